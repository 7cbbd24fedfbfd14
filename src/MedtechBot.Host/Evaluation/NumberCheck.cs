using System.Text.RegularExpressions;
using MedtechBot.Answers;
using MedtechBot.Knowledge;

namespace MedtechBot.Host.Evaluation;

/// <summary>
/// Every number of an answer must stand, by value, in one of its quotes or in the English gist of a passage that it cites.
/// The marks of the citations are no numbers, and a reply that cites nothing claims nothing.
/// </summary>
internal static partial class NumberCheck
{
    public static IReadOnlyList<string> Stray(Answer answer, KnowledgeSnapshot knowledge)
    {
        if (answer.Citations.Count == 0)
        {
            return [];
        }
        var standing = answer.Citations.Select(c => c.Quote)
            .Concat(answer.Citations.SelectMany(c => knowledge.FindPassage(c.Id)?.English ?? []))
            .SelectMany(NumbersIn.Text)
            .SelectMany(n => n.Readings)
            .ToHashSet();
        return [.. NumbersIn.Text(Mark().Replace(answer.Text, " ")).Where(n => !standing.Contains(n.Value)).Select(n => n.Written).Distinct()];
    }

    [GeneratedRegex(@"\[\d{1,2}\]")]
    private static partial Regex Mark();
}
