using MedtechBot.Knowledge;
using MedtechBot.Knowledge.Search;

namespace MedtechBot.Answers;

/// <summary>
/// Picks what to quote of a passage. Sections answer their heading in their first sentence, so that one comes first;
/// further units are added while they speak of the question and the answer stays a few lines long.
/// </summary>
internal static class UnitSelection
{
    private const int EnoughCharacters = 200;
    private const int MostCharacters = 340;
    private const int MostUnits = 5;
    private const int WholeListCharacters = 480;

    /// <summary>Indexes into the passage's units, in reading order.</summary>
    public static IReadOnlyList<int> Pick(QuestionWords question, Passage passage, WordsOfPassage words)
    {
        var gains = words.Units.Select(unit => question.WeightOf(question.CoveredBy(unit))).ToArray();
        if (passage.Units.All(u => u.Kind == QuoteUnitKind.TableRow))
        {
            return PickRows(gains, passage);
        }
        if (LeadWithList(passage) is { Length: > 0 } list)
        {
            return list;
        }
        var items = Enumerable.Range(1, passage.Units.Count - 1).Where(i => passage.Units[i].Kind != QuoteUnitKind.Sentence).ToList();
        var picked = new SortedSet<int> { 0 };
        var said = question.CoveredBy(words.Units[0]);
        var length = passage.Units[0].Text.Length;
        // What adds most to what was said already, then what follows in reading order.
        foreach (var i in Enumerable.Range(1, passage.Units.Count - 1).OrderByDescending(i => Added(i)).ThenBy(i => i))
        {
            var next = passage.Units[i].Text.Length;
            // Of a list nothing is quoted by chance: one item alone would look like the whole of it.
            var fills = passage.Units[i].Kind == QuoteUnitKind.Sentence && length + next <= EnoughCharacters;
            if (picked.Count < MostUnits && (Added(i) > 0 || fills) && length + next <= MostCharacters)
            {
                picked.Add(i);
                length += next;
            }
        }
        return [.. picked];

        double Added(int unit)
        {
            var more = question.CoveredBy(words.Units[unit]).Select((yes, i) => yes && (!said[i] || PicksOut(unit, i))).ToArray();
            return Telling(question.WeightOf(more), question);
        }

        // A lead sentence may name all the rows that follow; the row that is about the word asked for still says more.
        bool PicksOut(int unit, int word) =>
            passage.Units[unit].Kind != QuoteUnitKind.Sentence && items.Count >= 3 && items.Count(i => question.CoveredBy(words.Units[i])[word]) <= 2;
    }

    // A unit that shares one everyday word with the question says nothing more about it.
    private static double Telling(double gain, QuestionWords question) => gain >= 0.2 * question.TotalWeight ? Math.Round(gain, 3) : 0;

    /// <summary>The first sentence with the list or table that follows it, when the whole of it fits; empty otherwise.</summary>
    private static int[] LeadWithList(Passage passage)
    {
        var items = Enumerable.Range(1, passage.Units.Count - 1).Where(i => passage.Units[i].Kind != QuoteUnitKind.Sentence).ToList();
        var fits = passage.Units[0].Text.Length + items.Sum(i => passage.Units[i].Text.Length) <= WholeListCharacters;
        return passage.Units[0].Kind == QuoteUnitKind.Sentence && items.Count > 1 && fits ? [0, .. items] : [];
    }

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
