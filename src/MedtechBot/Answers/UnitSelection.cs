using MedtechBot.Knowledge;
using MedtechBot.Knowledge.Search;

namespace MedtechBot.Answers;

/// <summary>
/// Picks what to quote of a passage. Sections answer their heading in their first sentence, so that one comes first;
/// further units are added while they speak of the question and the answer stays a few lines long.
/// </summary>
internal static class UnitSelection
{
    private const int EnoughCharacters = 150;
    private const int MostCharacters = 260;
    private const int MostUnits = 4;
    private const int WholeListCharacters = 420;

    /// <summary>Indexes into the passage's units, in reading order.</summary>
    public static IReadOnlyList<int> Pick(QuestionWords question, Passage passage, WordsOfPassage words)
    {
        var gains = words.Units.Select(unit => question.WeightOf(question.CoveredBy(unit))).ToArray();
        if (passage.Units.All(u => u.Kind == QuoteUnitKind.TableRow))
        {
            return PickRows(gains, passage);
        }
        if (IsListWithLead(passage))
        {
            return [.. Enumerable.Range(0, passage.Units.Count)];
        }
        var picked = new SortedSet<int> { 0 };
        var length = passage.Units[0].Text.Length;
        // What speaks of the question most, then what follows in reading order.
        foreach (var i in Enumerable.Range(1, passage.Units.Count - 1).OrderByDescending(i => Telling(gains[i], question)).ThenBy(i => i))
        {
            var next = passage.Units[i].Text.Length;
            var wanted = Telling(gains[i], question) > 0 || length + next <= EnoughCharacters;
            if (picked.Count < MostUnits && wanted && length + next <= MostCharacters)
            {
                picked.Add(i);
                length += next;
            }
        }
        return [.. picked];
    }

    // A unit that shares one everyday word with the question says nothing more about it.
    private static double Telling(double gain, QuestionWords question) => gain >= 0.34 * question.TotalWeight ? Math.Round(gain, 3) : 0;

    private static bool IsListWithLead(Passage passage) =>
        passage.Units.Count > 1
        && passage.Units[0].Kind == QuoteUnitKind.Sentence
        && passage.Units.Skip(1).Count(u => u.Kind == QuoteUnitKind.ListItem) >= passage.Units.Count - 2
        && passage.Units.Count > 3
        && passage.Units.Sum(u => u.Text.Length) <= WholeListCharacters;

    private static List<int> PickRows(double[] gains, Passage passage)
    {
        var best = Enumerable.Range(0, gains.Length).OrderByDescending(i => gains[i]).ThenBy(i => i).ToList();
        var rows = gains[best[0]] > 0 ? best.Where(i => gains[i] >= 0.99 * gains[best[0]]) : best;
        var picked = new List<int>();
        var length = 0;
        foreach (var i in rows)
        {
            length += passage.Units[i].Text.Length;
            if (picked.Count > 0 && length > WholeListCharacters)
            {
                break;
            }
            picked.Add(i);
        }
        picked.Sort();
        return picked;
    }
}
