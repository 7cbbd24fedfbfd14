using System.Globalization;
using MedtechBot.Consultations.Promises;

namespace MedtechBot.Tests.Consultations.Promises;

public class BusinessCalendarTests
{
    private static readonly BusinessCalendar Calendar = BusinessCalendar.Of(ClosingDays.None);

    [Theory]
    [InlineData("2026-11-20", true)] // a Friday
    [InlineData("2026-11-21", false)]
    [InlineData("2026-11-22", false)]
    [InlineData("2026-11-23", false)] // 勤労感謝の日, a Monday
    [InlineData("2026-09-22", false)] // between two holidays
    [InlineData("2027-03-22", false)] // instead of a Sunday
    [InlineData("2026-12-28", true)]
    [InlineData("2026-12-29", false)]
    [InlineData("2026-12-31", false)]
    [InlineData("2028-01-03", false)] // a Monday
    [InlineData("2028-01-04", true)]
    [InlineData("2026-08-13", true)] // 盆 is no holiday
    public void Weekends_holidays_and_the_turn_of_the_year_are_closed(string day, bool open) => Assert.Equal(open, Calendar.IsOpen(Day(day)));

    [Fact]
    public void It_says_why_a_day_is_closed()
    {
        Assert.Equal("勤労感謝の日", Calendar.ReasonClosed(Day("2026-11-23")));
        Assert.Equal("年末年始", Calendar.ReasonClosed(Day("2026-12-30")));
        Assert.Null(Calendar.ReasonClosed(Day("2026-11-24")));
    }

    [Fact]
    public void The_desks_own_closing_days_are_closed_too()
    {
        var calendar = BusinessCalendar.Of(new ClosingDays(
        [
            new Closing(Day("2027-06-01"), Day("2027-06-01"), EveryYear: false, "創立記念日"),
            new Closing(Day("2000-08-13"), Day("2000-08-15"), EveryYear: true, "夏季休業"),
            new Closing(Day("2000-12-27"), Day("2000-01-05"), EveryYear: true, "冬季休業"),
        ]));

        Assert.Equal("創立記念日", calendar.ReasonClosed(Day("2027-06-01")));
        Assert.True(calendar.IsOpen(Day("2028-06-01")));
        Assert.All(["2027-08-13", "2031-08-14", "2027-12-28", "2028-01-05"], day => Assert.False(calendar.IsOpen(Day(day))));
        Assert.All(["2027-08-12", "2027-08-16", "2028-01-06", "2027-12-24"], day => Assert.True(calendar.IsOpen(Day(day))));
    }

    [Theory]
    [InlineData("2026-11-20", 1, "2026-11-24")] // over a long weekend
    [InlineData("2026-11-20", 3, "2026-11-26")]
    [InlineData("2026-11-21", 0, "2026-11-24")]
    [InlineData("2026-11-24", 0, "2026-11-24")]
    [InlineData("2026-12-28", 1, "2027-01-04")]
    [InlineData("2026-11-24", -1, "2026-11-20")]
    [InlineData("2026-11-22", -1, "2026-11-20")]
    public void Business_days_are_counted(string from, int days, string expected) =>
        Assert.Equal(Day(expected), Calendar.AddBusinessDays(Day(from), days));

    [Fact]
    public void Every_day_that_the_data_covers_agrees_with_counting_one_by_one()
    {
        var first = Holidays.All.Keys.Min();
        var days = Enumerable.Range(first.DayNumber, Calendar.LastDay.DayNumber - first.DayNumber).Select(DateOnly.FromDayNumber).ToList();
        var open = days.Where(Calendar.IsOpen).ToList();
        var place = open.Select((day, i) => (day, i)).ToDictionary(o => o.day, o => o.i);

        for (var i = 0; i + 10 < open.Count; i++)
        {
            Assert.Equal(open[i + 10], Calendar.AddBusinessDays(open[i], 10));
            Assert.Equal(open[i], Calendar.AddBusinessDays(open[i + 10], -10));
            Assert.Equal(10, Calendar.Between(open[i], open[i + 10]));
            Assert.Equal(-10, Calendar.Between(open[i + 10], open[i]));
        }
        Assert.All(days.Take(days.Count - 20), day => Assert.True(place.ContainsKey(Calendar.FirstOpen(day))));
    }

    [Fact]
    public void Every_year_has_its_holidays_and_a_usual_number_of_business_days() =>
        Assert.All(Enumerable.Range(Holidays.All.Keys.Min().Year, Calendar.LastDay.Year - Holidays.All.Keys.Min().Year + 1), year =>
        {
            Assert.InRange(Holidays.All.Keys.Count(day => day.Year == year), 15, 22);
            Assert.InRange(Calendar.Between(new DateOnly(year - 1, 12, 31), new DateOnly(year, 12, 31)), 238, 249);
        });

    [Fact]
    public void Past_the_end_of_the_data_days_are_approximate_and_weekends_still_count()
    {
        var after = Calendar.LastDay.AddDays(1);
        var newYear = new DateOnly(after.Year + 2, 1, 1);
        var holiday = new DateOnly(after.Year + 2, 11, 3);

        Assert.False(Calendar.IsApproximate(Calendar.LastDay));
        Assert.True(Calendar.IsApproximate(after));
        Assert.False(Calendar.IsOpen(newYear));
        Assert.Equal(holiday.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday), Calendar.IsOpen(holiday));
    }

    internal static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
