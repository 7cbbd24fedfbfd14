using System.Text.RegularExpressions;
using MedtechBot.Answers;
using MedtechBot.Answers.Finders;
using MedtechBot.Tests.Knowledge;

namespace MedtechBot.Tests.Answers.Finders;

public partial class FindersTests
{
    [Fact]
    public void Whatever_a_finder_answers_holds_and_names_no_number_that_no_source_carries()
    {
        var knowledge = ProductKnowledge.Current;
        var answers = knowledge.Documents.SelectMany(d => d.Passages).SelectMany(p => p.Asks.Append(p.Heading))
            .Select(q => (Question: q, Answer: FinderKnowledge.Find(q))).Where(a => a.Answer is not null).ToList();

        Assert.True(answers.Count > 200, $"only {answers.Count} were answered");
        Assert.All(answers, a => Assert.True(CitationCheck.Holds(a.Answer!, knowledge), a.Question));
        Assert.Empty(answers.Where(a => Unfounded(a.Answer!).Length > 0).Select(a => $"{a.Question}: {Unfounded(a.Answer!)}"));
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("@")]
    [InlineData("東北の相談先\n\n\n基礎研究の補助金\n")]
    [InlineData("日本と米国と日本と米国の違い違い違い比較比較")]
    [InlineData("段階9の支援")]
    [InlineData("令和99年度に大学が使える補助金")]
    [InlineData("\ud800東北の支援機関\udfff")]
    [InlineData("日本と米国の(((())))[[[[の違い")]
    public void Odd_questions_do_no_harm(string question)
    {
        if (FinderKnowledge.Find(question) is { } answer)
        {
            Assert.True(CitationCheck.Holds(answer, ProductKnowledge.Current));
        }
    }

    [Fact]
    public void A_long_text_is_no_lookup() =>
        Assert.Null(FinderKnowledge.Find(string.Concat(Enumerable.Repeat("東北の相談先を教えて。", 400))));

    private static string Unfounded(Answer answer)
    {
        var carried = string.Join(' ', answer.Citations.Select(c => c.Quote + ProductKnowledge.Current.FindPassage(c.Id)!.English.Aggregate("", (a, e) => a + " " + e)));
        var said = Mark().Replace(answer.Text, "");
        var dates = answer.Text.Contains("期限を過ぎています", StringComparison.Ordinal) || answer.Text.Contains("which has passed", StringComparison.Ordinal);
        return dates ? "" : string.Join(' ', Number().Matches(said).Select(m => m.Value).Where(n => !carried.Contains(n, StringComparison.Ordinal)));
    }

    [GeneratedRegex(@"\[[0-9]+\]")]
    private static partial Regex Mark();

    [GeneratedRegex("[0-9]+")]
    private static partial Regex Number();
}
