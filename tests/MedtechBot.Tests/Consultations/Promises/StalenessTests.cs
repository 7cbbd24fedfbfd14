using MedtechBot.Consultations.Promises;
using static MedtechBot.Tests.Consultations.Promises.PromiseTests;

namespace MedtechBot.Tests.Consultations.Promises;

public class StalenessTests
{
    private static readonly BusinessCalendar Calendar = BusinessCalendar.Of(ClosingDays.None);
    private static readonly PromiseTerms Terms = new();

    [Theory]
    [InlineData("2026-11-24 10:00", 3, "2026-11-30 09:00")] // Wednesday to Friday pass
    [InlineData("2026-11-24 10:00", 5, "2026-12-02 09:00")] // then Monday and Tuesday
    [InlineData("2026-11-24 18:00", 3, "2026-12-01 09:00")] // counts as Wednesday
    public void It_is_due_in_the_morning_after_so_many_business_days_without_anything_done(string lastDone, int days, string at) =>
        Assert.Equal(Jst(at), Staleness.Step(PromiseAction.FlagStale, Jst(lastDone), days, Calendar, Terms).At);
}
