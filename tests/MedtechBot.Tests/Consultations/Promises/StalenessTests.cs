using MedtechBot.Consultations.Promises;
using static MedtechBot.Tests.Consultations.Promises.PromiseTests;

namespace MedtechBot.Tests.Consultations.Promises;

public class StalenessTests
{
    private static readonly BusinessCalendar Calendar = BusinessCalendar.Of(ClosingDays.None);
    private static readonly PromiseTerms Terms = new() { StaleAfter = 3, ReassignAfter = 5 };

    [Fact]
    public void After_three_business_days_without_anything_done_it_is_flagged_and_after_five_taken_away()
    {
        // Tuesday; Wednesday to Friday pass, then Monday and Tuesday.
        var steps = Staleness.Steps(Jst("2026-11-24 10:00"), Jst("2026-11-24 10:00"), Calendar, Terms);

        Assert.Equal(
            [(PromiseAction.FlagStale, Jst("2026-11-30 09:00")), (PromiseAction.Reassign, Jst("2026-12-02 09:00"))],
            steps.Select(s => (s.Action, s.At)));
    }

    [Fact]
    public void Nobody_is_stale_while_the_asker_is_waited_for() =>
        Assert.Empty(Staleness.Steps(Jst("2026-11-24 10:00"), Jst("2027-03-01 10:00"), Calendar, Terms, [new Waiting(Jst("2026-11-24 10:00"), null)]));

    [Fact]
    public void The_days_waited_do_not_count()
    {
        var waited = new Waiting(Jst("2026-11-24 10:00"), Jst("2026-11-26 10:00"));

        Assert.Equal(Jst("2026-12-02 09:00"), Staleness.Steps(Jst("2026-11-24 10:00"), Jst("2026-11-26 12:00"), Calendar, Terms, [waited])[0].At);
    }
}
