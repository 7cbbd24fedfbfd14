using System.Text;
using MedtechBot.Japanese;
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

    private readonly List<SearchTerms> _titles = [.. texts.Select(t => reader.Read(t.Title, withKanaGrams: false))];
    private readonly List<SearchTerms> _bodies = [.. texts.Select(t => reader.Read(t.Body, withKanaGrams: false))];

    private readonly QuestionReader _questions = new(reader, thesaurus, GeneralSynonyms.BuiltIn);

    public List<(int Document, float Score)> Search(string question, int limit)
    {
        var asked = _questions.Read(question);
        var scores = new float[texts.Count];
        Add(scores, asked.Words.Select(Key), TextIndex.WordWeight, d => Whole(d, t => t.Words.Select(Key)), TextIndex.WordK1);
        Add(scores, asked.Words.Select(Key), TextIndex.TitleWeight, d => _titles[d].Words.Select(Key));
        Add(scores, asked.Asked.Bigrams.Select(Key), TextIndex.BigramWeight, d => Whole(d, t => t.Bigrams.Select(Key)));
        foreach (var alike in asked.Asked.MostlyKana ? SoundingLike(asked.Text) : [])
        {
            AddAsOne(scores, alike);
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

    // The words that the question may be made of when it is cut so that the squares of the pieces' lengths come to most.
    private List<List<string>> SoundingLike(string text)
    {
        var buffer = new AnalysisBuffer();
        var words = Enumerable.Range(0, texts.Count).SelectMany(d => Whole(d, t => t.Words)).Distinct().ToLookup(w => WordSounds.Sound(w, reader.Analyzer, buffer) ?? "");
        var sound = Kana.ToKatakana(text.AsSpan(0, Math.Min(text.Length, WordSounds.MostLetters)));
        List<(int Sum, int From)> best = [(0, 0)];
        for (var end = 1; end <= sound.Length; end++)
        {
            var cuts = Enumerable.Range(0, end).Where(start => end - start is >= WordSounds.Shortest and <= WordSounds.Longest && words.Contains(sound[start..end]));
            best.Add(cuts.Select(start => (best[start].Sum + ((end - start) * (end - start)), start)).Prepend((best[^1].Sum, -1)).MaxBy(cut => cut.Item1));
        }
        var found = new List<List<string>>();
        for (var end = sound.Length; end > 0; end = best[end].From < 0 ? end - 1 : best[end].From)
        {
            if (best[end].From >= 0)
            {
                found.Insert(0, [.. words[sound[best[end].From..end]].Order(Comparer<string>.Create((one, other) => string.CompareOrdinal(Key(one), Key(other))))]);
            }
        }
        return found;
    }

    private void AddAsOne(float[] scores, List<string> words)
    {
        var documents = Enumerable.Range(0, texts.Count).Select(d => Whole(d, t => t.Words).ToList()).ToList();
        var frequency = Math.Min(texts.Count, words.Sum(w => documents.Count(d => d.Contains(w))));
        foreach (var word in words)
        {
            Add(scores, documents.ConvertAll(d => d.Count(w => w == word)), documents, TextIndex.SoundWeight, frequency, TextIndex.WordK1);
        }
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
        foreach (var same in asked.GroupBy(t => t).OrderBy(t => t.Key, StringComparer.Ordinal))
        {
            var counts = documents.ConvertAll(d => d.Count(t => t == same.Key));
            if (counts.Exists(c => c > 0))
            {
                Add(scores, counts, documents, factor * same.Count(), counts.Count(c => c > 0), k1);
            }
        }
    }

    private static void Add(float[] scores, List<int> counts, List<List<string>> documents, float factor, int frequency, double k1)
    {
        var average = Math.Max(1, documents.Average(d => d.Count));
        var rarity = Math.Log(1 + (documents.Count - frequency + 0.5) / (frequency + 0.5));
        var weight = (float)(factor * rarity * (k1 + 1));
        for (var document = 0; document < documents.Count; document++)
        {
            float count = Math.Min(MostCounted, counts[document]);
            var norm = (float)(k1 * (1 - TermField.B + TermField.B * documents[document].Count / average));
            scores[document] += count == 0 ? 0 : weight * (count / (count + norm));
        }
    }
}
