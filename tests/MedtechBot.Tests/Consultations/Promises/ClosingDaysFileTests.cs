using MedtechBot.Consultations;
using MedtechBot.Consultations.Promises;
using MedtechBot.Tests.Knowledge;

namespace MedtechBot.Tests.Consultations.Promises;

public sealed class ClosingDaysFileTests : IDisposable
{
    private readonly KnowledgeFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Days_are_read_one_by_one_in_a_row_and_for_every_year()
    {
        var calendar = new DeskRulesInUse(With("""
            closed:
              - day: 2027-06-01
                because: 創立記念日
              - {from: 2027-08-12, to: 2027-08-13, because: 夏季休業}
              - {from: 12-25, to: 01-05, because: 冬季休業}
            """)).Current.Calendar;

        Assert.Equal("創立記念日", calendar.ReasonClosed(new(2027, 6, 1)));
        Assert.Equal("夏季休業", calendar.ReasonClosed(new(2027, 8, 12)));
        Assert.Equal("冬季休業", calendar.ReasonClosed(new(2029, 1, 5)));
        Assert.True(calendar.IsOpen(new(2028, 6, 1)));
    }

    [Fact]
    public void Mistakes_are_named_with_their_line_and_what_to_do()
    {
        var problems = DeskRulesLint.Check(With("""
            closed:
              - {day: 2027-02-30, because: 休み}
              - {from: 2027-08-12, because: 夏季休業}
              - {day: 2027-08-12, to: 2027-08-13, because: 夏季休業}
              - {from: 2027-08-13, to: 2027-08-12, because: 夏季休業}
              - {from: 08-13, to: 2027-08-14, because: 夏季休業}
              - {from: 2027-04-01, to: 2027-07-01, because: 改装}
              - {day: 2027-06-01}
              - {day: 2027-06-01, because: 休み, why: x}
            open: []
            """), []);

        Assert.Equal(
            [
                "desk/closing-days.yaml:10: error: unknown key 'open'",
                "desk/closing-days.yaml:2: error: 'day' 2027-02-30 is not a day: write it like 2027-08-13, or like 08-13 for every year",
                "desk/closing-days.yaml:3: error: 'to' is missing",
                "desk/closing-days.yaml:4: error: say either 'day', or 'from' and 'to'",
                "desk/closing-days.yaml:5: error: 'to' comes before 'from'",
                "desk/closing-days.yaml:6: error: write both 'from' and 'to' with the year, or both without it",
                "desk/closing-days.yaml:7: error: closes 92 days in a row: at most 60",
                "desk/closing-days.yaml:8: error: 'because' is missing",
                "desk/closing-days.yaml:9: error: unknown key 'why'",
            ],
            problems.Select(p => p.ToString()));
    }

    [Fact]
    public void A_desk_that_hardly_ever_opens_is_refused() =>
        Assert.Contains(
            DeskRulesLint.Check(With("closed:\n  - {from: 02-01, to: 03-25, because: a}\n  - {from: 06-01, to: 07-20, because: b}\n"), []),
            p => p.Message.StartsWith("closes 104 days of every year", StringComparison.Ordinal));

    [Fact]
    public void While_the_file_is_broken_what_was_last_good_goes_on_counting()
    {
        var rules = new DeskRulesInUse(With("closed:\n  - {day: 2027-06-01, because: 創立記念日}\n"));
        With("closed:\n  - {day: soon, because: 創立記念日}\n");
        rules.Reload();

        Assert.False(rules.Current.Calendar.IsOpen(new(2027, 6, 1)));
        Assert.Single(rules.LastProblems);

        With("closed: []\n");
        rules.Reload();

        Assert.True(rules.Current.Calendar.IsOpen(new(2027, 6, 1)));
        Assert.Empty(rules.LastProblems);
    }

    [Theory]
    [InlineData("2050-05-20T00:00:00Z", 0)]
    [InlineData("2050-05-30T00:00:00Z", 1)]
    [InlineData("2051-01-10T00:00:00Z", 1)]
    public void The_end_of_the_holidays_is_told_half_a_year_before(string now, int warnings)
    {
        var problems = DeskRulesLint.Check(_folder.Path, [], new FixedTime(now));

        Assert.Equal(warnings, problems.Count);
        Assert.All(problems, p => Assert.Contains("2050-11-23", p.Message, StringComparison.Ordinal));
    }

    [Fact]
    public void The_products_own_closing_days_are_clean() =>
        Assert.DoesNotContain(DeskRulesLint.Check(ProductKnowledge.Folder(), []), p => p.File == ClosingDaysFile.Name);

    private string With(string yaml) => _folder.With("desk/closing-days.yaml", yaml).Path;
}
