using System.Globalization;
using MedtechBot.Answers;
using MedtechBot.Consultations.Promises;

namespace MedtechBot.Tests.Consultations.Promises;

public class PromiseTests
{
    private static readonly BusinessCalendar Calendar = BusinessCalendar.Of(ClosingDays.None);
    private static readonly PromiseTerms Terms = new();

    [Theory]
    [InlineData("2026-11-24 10:00", "2026-11-27")]
    [InlineData("2026-11-24 17:15", "2026-11-27")] // the last moment of Tuesday
    [InlineData("2026-11-24 17:16", "2026-11-30")] // counts as Wednesday
    [InlineData("2026-11-20 18:00", "2026-11-27")] // Friday evening before a long weekend counts as Tuesday
    [InlineData("2026-11-21 10:00", "2026-11-27")] // Saturday likewise
    [InlineData("2026-12-28 12:00", "2027-01-06")]
    public void Three_business_days_after_it_was_opened(string opened, string due) =>
        Assert.Equal(BusinessCalendarTests.Day(due), new Promise(Jst(opened), 3).FirstDue(Calendar, Terms));

    [Theory]
    [InlineData("2026-11-24 10:00", PromiseState.OnTime)]
    [InlineData("2026-11-26 08:59", PromiseState.OnTime)]
    [InlineData("2026-11-26 09:00", PromiseState.DueSoon)]
    [InlineData("2026-11-27 17:15", PromiseState.DueSoon)]
    [InlineData("2026-11-27 17:16", PromiseState.Overdue)]
    public void It_is_reminded_of_the_business_day_before_and_overdue_when_its_day_closes(string now, PromiseState state) =>
        Assert.Equal(state, new Promise(Jst("2026-11-24 10:00"), 3).At(Jst(now), Calendar, Terms).State);

    [Fact]
    public void Its_steps_come_in_the_order_of_time_and_each_once()
    {
        var promise = new Promise(Jst("2026-11-24 10:00"), 3);
        var standing = promise.At(Jst("2026-11-26 12:00"), Calendar, Terms);

        Assert.Equal([PromiseAction.Remind, PromiseAction.Escalate], standing.Steps.Select(s => s.Action));
        Assert.Equal(["Remind:2026-11-27"], standing.DueBy(Jst("2026-11-26 12:00")).Select(s => s.Key));
        Assert.True(standing.NextAfter(Jst("2026-11-26 12:00")) is { } next && next > Jst("2026-11-27 17:15") && next < Jst("2026-11-27 17:16"));
        Assert.Equal(PromiseState.Overdue, promise.At(standing.NextAfter(Jst("2026-11-26 12:00"))!.Value, Calendar, Terms).State);
    }

    [Fact]
    public void For_the_next_day_it_is_reminded_of_in_the_morning_of_that_day() =>
        Assert.Equal(Jst("2026-11-25 09:00"), new Promise(Jst("2026-11-24 10:00"), 1).At(Jst("2026-11-24 10:00"), Calendar, Terms).NextAfter(Jst("2026-11-24 10:00")));

    [Fact]
    public void Waiting_for_the_asker_moves_the_day_by_the_business_days_waited()
    {
        var promise = new Promise(Jst("2026-11-24 10:00"), 3);
        var asked = new Waiting(Jst("2026-11-25 11:00"), Jst("2026-12-01 11:00"));

        var during = promise.At(Jst("2026-11-27 18:00"), Calendar, Terms, [asked with { Until = null }]);
        var after = promise.At(Jst("2026-12-01 12:00"), Calendar, Terms, [asked]);

        Assert.Equal(PromiseState.Paused, during.State);
        Assert.Empty(during.Steps);
        Assert.Equal((BusinessCalendarTests.Day("2026-12-03"), PromiseState.OnTime), (after.Due, after.State));
    }

    [Fact]
    public void Asking_back_after_the_promise_was_broken_does_not_mend_it()
    {
        var late = new Waiting(Jst("2026-11-30 10:00"), null);

        var standing = new Promise(Jst("2026-11-24 10:00"), 3).At(Jst("2026-12-02 10:00"), Calendar, Terms, [late]);

        Assert.Equal((BusinessCalendarTests.Day("2026-11-27"), PromiseState.Overdue), (standing.Due, standing.State));
    }

    [Theory]
    [InlineData("2026-11-27 17:15", PromiseState.Kept)]
    [InlineData("2026-11-27 17:16", PromiseState.Broken)]
    public void The_first_reply_keeps_it_or_has_broken_it(string replied, PromiseState state)
    {
        var standing = new Promise(Jst("2026-11-24 10:00"), 3).At(Jst("2027-11-24 10:00"), Calendar, Terms, repliedAt: Jst(replied));

        Assert.Equal(state, standing.State);
        Assert.Empty(standing.Steps);
    }

    [Fact]
    public void Past_the_end_of_the_holidays_it_is_said_to_be_approximate()
    {
        var late = new DateTimeOffset(Calendar.LastDay, new TimeOnly(1, 0), TimeSpan.Zero);

        var standing = new Promise(late, 3).At(late, Calendar, Terms);

        Assert.True(standing.IsApproximate);
        Assert.EndsWith("まで(目安)", PromiseWords.By(standing.Due, standing.IsApproximate, Language.Japanese), StringComparison.Ordinal);
        Assert.Contains("estimate", PromiseWords.By(standing.Due, standing.IsApproximate, Language.English), StringComparison.Ordinal);
    }

    [Fact]
    public void A_day_is_told_with_its_weekday()
    {
        var day = BusinessCalendarTests.Day("2026-12-01");

        Assert.Equal("2026年12月1日(火)まで", PromiseWords.By(day, false, Language.Japanese));
        Assert.Equal("by Tuesday, 1 December 2026", PromiseWords.By(day, false, Language.English));
    }

    internal static DateTimeOffset Jst(string text) =>
        new(DateTime.ParseExact(text, "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture), TimeSpan.FromHours(9));
}
