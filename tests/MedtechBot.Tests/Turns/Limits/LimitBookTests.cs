using MedtechBot.Answers;
using MedtechBot.Tests.Knowledge;
using MedtechBot.Turns.Limits;

namespace MedtechBot.Tests.Turns.Limits;

public class LimitBookTests
{
    public static TheoryData<string, string> Caught => Examples(l => l.Caught);

    public static TheoryData<string, string> Passes => Examples(l => l.Passes);

    public static TheoryData<string> Generals => [.. LimitBook.All.Where(l => l.General is not null).Select(l => l.Name)];

    [Theory]
    [MemberData(nameof(Caught))]
    public void What_a_limit_is_for_it_catches(string limit, string message) =>
        Assert.Equal(limit, LimitBook.Check(message)?.Name);

    [Theory]
    [MemberData(nameof(Passes))]
    public void What_only_looks_like_it_passes_every_limit(string limit, string message) =>
        Assert.True(LimitBook.Check(message) is not { } met, $"{limit}: '{message}' meets {LimitBook.Check(message)?.Name}");

    [Fact]
    public void Every_limit_has_examples_of_both_kinds_and_says_something_in_both_languages()
    {
        Assert.NotEmpty(LimitBook.All);
        Assert.Equal(LimitBook.All.Count, LimitBook.All.Select(l => l.Name).Distinct().Count());
        Assert.All(LimitBook.All, limit =>
        {
            Assert.NotEmpty(limit.Patterns);
            Assert.NotEmpty(limit.Caught);
            Assert.NotEmpty(limit.Passes);
            Assert.Equal(Language.Japanese, LanguageOf.Text(limit.Reply));
            Assert.Equal(Language.English, LanguageOf.Text(limit.ReplyEn));
        });
    }

    [Theory]
    [MemberData(nameof(Generals))]
    public async Task What_can_be_said_in_general_is_said_from_cited_passages(string name)
    {
        var limit = LimitBook.All.Single(l => l.Name == name);
        foreach (var message in limit.Caught)
        {
            var answer = await ProductKnowledge.AnswerAsync(message);
            Assert.StartsWith(answer.Language == Language.English ? limit.ReplyEn : limit.Reply, answer.Text, StringComparison.Ordinal);
            Assert.NotEmpty(answer.Citations);
            Assert.Equal(limit.Outcome == LimitOutcome.Person ? OutcomeKind.Escalated : OutcomeKind.Declined, answer.Outcome);
        }
    }

    [Fact]
    public void No_question_that_the_knowledge_answers_is_declined_and_few_go_to_a_person()
    {
        var questions = ProductKnowledge.Current.Documents.SelectMany(d => d.Passages)
            .SelectMany(p => p.Asks.Append(p.Heading).Append(p.HeadingEn ?? "")).Where(q => q.Length > 0).Distinct().ToList();
        var met = questions.Select(q => (Question: q, Limit: LimitBook.Check(q))).Where(m => m.Limit is not null).ToList();

        Assert.Empty(met.Where(m => m.Limit!.Outcome == LimitOutcome.Decline).Select(m => $"{m.Limit!.Name}: {m.Question}"));
        Assert.True(met.Count * 100 < questions.Count, $"{met.Count} of {questions.Count}:\n" + string.Join('\n', met.Select(m => $"{m.Limit!.Name}: {m.Question}")));
    }

    // What patterns begin with, again and again, so that they are begun at every place and never finished.
    [Theory]
    [InlineData("この製品の")]
    [InlineData("ignore all ")]
    [InlineData("患者が")]
    [InlineData("i g n o r e ")]
    [InlineData("aWdub3Jl")]
    [InlineData("69 6e ")]
    [InlineData("01")]
    [InlineData("うちの、")]
    [InlineData("&#105;")]
    [InlineData("\u200b\n")]
    [InlineData("。")]
    public async Task A_message_of_100_KB_is_read_to_its_end(string repeated)
    {
        var message = string.Concat(Enumerable.Repeat(repeated, 100_000 / repeated.Length));
        var read = Task.Run(() => LimitBook.Check(message));

        // Far from what it takes anywhere: what grows with the square of the length does not come back.
        Assert.Same(read, await Task.WhenAny(read, Task.Delay(TimeSpan.FromMinutes(2))));
    }

    private static TheoryData<string, string> Examples(Func<Limit, IReadOnlyList<string>> of)
    {
        var data = new TheoryData<string, string>();
        foreach (var limit in LimitBook.All)
        {
            foreach (var message in of(limit))
            {
                data.Add(limit.Name, message);
            }
        }
        return data;
    }
}
