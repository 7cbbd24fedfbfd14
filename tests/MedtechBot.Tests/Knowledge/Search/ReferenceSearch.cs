using System.Text;
using MedtechBot.Knowledge.Search;

namespace MedtechBot.Tests.Knowledge.Search;

/// <summary>
/// The ranking straight from its formula, document by document, without lists, blocks or anything that is kept: what the product's own
/// search must return to the last bit.
/// </summary>
internal sealed class ReferenceSearch(SearchTermReader reader, Thesaurus thesaurus, IReadOnlyList<(string Title, string Body)> texts)
{
    // More is not counted.
    private const int MostCounted = 256;

    private readonly List<SearchTerms> _titles = [.. texts.Select(t => reader.Read(t.Title, withKanaGrams: true))];
    private readonly List<SearchTerms> _bodies = [.. texts.Select(t => reader.Read(t.Body, withKanaGrams: true))];

    private readonly QuestionReader _questions = new(reader, thesaurus, GeneralSynonyms.BuiltIn);

    public List<(int Document, float Score)> Search(string question, int limit)
    {
        var asked = _questions.Read(question);
        var scores = new float[texts.Count];
        Add(scores, asked.Words.Select(Key), TextIndex.WordWeight, d => Whole(d, t => t.Words.Select(Key)), TextIndex.WordK1);
        Add(scores, asked.Words.Select(Key), TextIndex.TitleWeight, d => _titles[d].Words.Select(Key));
        Add(scores, asked.Asked.Bigrams.Select(Key), TextIndex.BigramWeight, d => Whole(d, t => t.Bigrams.Select(Key)));
        if (asked.Asked.MostlyKana)
        {
            Add(scores, asked.Asked.KanaGrams.Select(Key), TextIndex.KanaGramWeight, d => Whole(d, t => t.KanaGrams.Select(Key)));
        }
        foreach (var (word, weight) in asked.Synonyms)
        {
            Add(scores, [Key(word)], weight, d => Whole(d, t => t.Words.Select(Key)), TextIndex.WordK1);
            Add(scores, [Key(word)], weight * TextIndex.SynonymTitleShare, d => _titles[d].Words.Select(Key));
        }
        var first = Ranked(scores.Select((score, document) => (document, score)).Where(s => s.score > 0));
        var closeness = new ReferenceCloseness(asked, [.. _titles.Zip(_bodies)]);
        return [.. Ranked(first.Select((s, i) => i < TextIndex.Depth ? (s.Document, s.Score + closeness.Of(s.Document).Score) : s)).Take(limit)];
    }

    private static List<(int Document, float Score)> Ranked(IEnumerable<(int Document, float Score)> scores) =>
        [.. scores.OrderByDescending(s => s.Score).ThenBy(s => s.Document)];

    private IEnumerable<string> Whole(int document, Func<SearchTerms, IEnumerable<string>> terms) => terms(_titles[document]).Concat(terms(_bodies[document]));

    // In the order of bytes, which is the order that sums run in.
    internal static string Key(string word) => Convert.ToHexString(Encoding.UTF8.GetBytes(word));

    private static string Key(uint run) => run.ToString("X8");

    private void Add(float[] scores, IEnumerable<string> asked, float factor, Func<int, IEnumerable<string>> termsOf, double k1 = TermField.K1)
    {
        var documents = Enumerable.Range(0, texts.Count).Select(d => termsOf(d).ToList()).ToList();
        var average = documents.Count == 0 ? 1 : Math.Max(1, documents.Average(d => d.Count));
        foreach (var same in asked.GroupBy(t => t).OrderBy(t => t.Key, StringComparer.Ordinal))
        {
            var frequency = documents.Count(d => d.Contains(same.Key));
            if (frequency == 0)
            {
                continue;
            }
            var rarity = Math.Log(1 + (texts.Count - frequency + 0.5) / (frequency + 0.5));
            var weight = (float)(factor * same.Count() * rarity * (k1 + 1));
            for (var document = 0; document < documents.Count; document++)
            {
                float count = Math.Min(MostCounted, documents[document].Count(t => t == same.Key));
                var norm = (float)(k1 * (1 - TermField.B + TermField.B * documents[document].Count / average));
                scores[document] += count == 0 ? 0 : weight * (count / (count + norm));
            }
        }
    }
}
