using MedtechBot.Answers;
using MedtechBot.Host.Evaluation;

namespace MedtechBot.Evaluation;

/// <summary>What must hold for every reply to the set, and how good the replies are as a whole.</summary>
public class AnswerTests
{
    // The recorded figures may slip by this many points before a change is called a step back.
    private const double Slack = 2;

    private const double SlackOfAStyle = 5;

    // Of a small style one question alone weighs more than that.
    private const int QuestionsOfSlack = 2;

    private const int LongestMedian = 220;
    private const int Longest95Percent = 600;

    [Fact]
    public async Task Every_citation_opens_and_its_quote_stands_in_its_passage()
    {
        var played = await QuestionSet.AllPlayedAsync();

        Assert.Empty(played.Where(p => !p.CitationsHold || !p.Answer.Citations.All(c => CitationCheck.Holds(c, QuestionSet.Knowledge))).Select(p => p.Item.Id));
        Assert.True(played.Sum(p => p.Answer.Citations.Count) > 300);
    }

    [Fact]
    public async Task Every_number_of_every_answer_stands_in_what_it_cites()
    {
        var stray = (await QuestionSet.AllPlayedAsync()).Where(p => p.StrayNumbers.Count > 0)
            .Select(p => $"{p.Item.Id}: {string.Join(", ", p.StrayNumbers)} in {p.Answer.Text}");

        Assert.Empty(stray);
    }

    [Fact]
    public async Task Every_answer_says_the_dates_that_its_passages_speak_for()
    {
        foreach (var answer in (await QuestionSet.Played).Select(p => p.Answer).Where(a => a.Citations.Count > 0))
        {
            var passages = answer.Citations.Select(c => QuestionSet.Knowledge.FindPassage(c.Id)!).ToList();
            Assert.All(answer.Citations.Zip(passages), pair => Assert.Equal(pair.Second.AsOf, pair.First.AsOf));
            var recorded = passages.SelectMany(p => NumbersIn.Text(p.AsOf.ToString())).SelectMany(n => n.Readings).ToHashSet();
            var said = NumbersIn.Text(answer.DateLine).ToList();
            Assert.NotEmpty(said);
            Assert.All(said, date => Assert.Contains(date.Value, recorded));
        }
    }

    [Fact]
    public async Task The_figures_are_no_worse_than_those_recorded()
    {
        var (now, recorded) = (await QuestionSet.FiguresAsync(), QuestionSet.Own.Latest()!);
        var slipped = now.ByStyle.Join(recorded.ByStyle, s => s.Name, s => s.Name, (n, r) => (n.Name, Now: n.Right, Before: r.Right))
            .Where(s => s.Now.Percent < s.Before.Percent - SlackOfAStyle && s.Now.Good < s.Before.Good - QuestionsOfSlack)
            .Select(s => $"{s.Name}: {s.Now} after {s.Before}");

        Assert.True(now.Right.Percent >= recorded.Right.Percent - Slack, $"right: {now.Right} after {recorded.Right}");
        Assert.Empty(slipped);
        Assert.InRange(now.LengthMedian, 1, LongestMedian);
        Assert.InRange(now.LengthP95, 1, Longest95Percent);
    }

    [Fact]
    public async Task The_recorded_figures_are_those_of_this_set()
    {
        var recorded = QuestionSet.Own.Latest()!;

        Assert.Equal((await QuestionSet.Played).Count, recorded.Right.Of);
        Assert.Equal(OwnQuestions.Styles.Order(StringComparer.Ordinal), recorded.ByStyle.Select(s => s.Name));
    }
}
