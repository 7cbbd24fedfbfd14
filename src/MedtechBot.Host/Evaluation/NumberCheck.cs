using System.Text.RegularExpressions;
using MedtechBot.Answers;
using MedtechBot.Knowledge;

namespace MedtechBot.Host.Evaluation;

/// <summary>
/// Every number of an answer must stand, by value, in one of its quotes or in the English gist of a passage that it cites.
/// Dates that the passage is kept with may be said as well. The marks of the citations are no numbers, and a reply that cites nothing claims nothing.
/// </summary>
internal static partial class NumberCheck
{
    public static IReadOnlyList<string> Stray(Answer answer, KnowledgeSnapshot knowledge)
    {
        if (answer.Citations.Count == 0)
        {
            return [];
        }
        var passages = answer.Citations.Select(c => knowledge.FindPassage(c.Id)).OfType<Passage>().ToList();
        var standing = answer.Citations.Select(c => c.Quote)
            .Concat(passages.SelectMany(p => p.English))
            .Concat(passages.SelectMany(p => new[] { p.AsOf.ToString(), $"{p.ValidUntil:yyyy-MM-dd}" }))
            .SelectMany(NumbersIn.Text)
            .SelectMany(n => n.Readings)
            .ToHashSet();
        return [.. NumbersIn.Text(Mark().Replace(answer.Text, " ")).Where(n => !standing.Contains(n.Value)).Select(n => n.Written).Distinct()];
    }

    [GeneratedRegex(@"\[\d{1,2}\]")]
    private static partial Regex Mark();
}
