using MedtechBot.Knowledge.Search;

namespace MedtechBot.Tests.Knowledge.Search;

/// <summary>How closely documents' words stand to a question, straight from what each part means.</summary>
internal sealed class ReferenceCloseness
{
    private readonly List<List<List<string>>> _headings;
    private readonly List<List<List<string>>> _bodies;
    private readonly List<string> _asked;
    private readonly HashSet<string> _counters;

    public ReferenceCloseness(QuestionTerms asked, IReadOnlyList<(SearchTerms Title, SearchTerms Body)> texts)
    {
        _headings = [.. texts.Select(t => Sentences(t.Title))];
        _bodies = [.. texts.Select(t => Sentences(t.Body))];
        _asked = [.. asked.Words.Distinct().Take(64).OrderBy(ReferenceSearch.Key, StringComparer.Ordinal)];
        _counters = [.. asked.Counters];
        Frequency = texts.SelectMany(t => t.Title.Words.Concat(t.Body.Words).Distinct()).CountBy(w => w).ToDictionary();
    }

    private Dictionary<string, int> Frequency { get; }

    public Closeness Of(int document)
    {
        var (heading, body) = (_headings[document], _bodies[document]);
        List<string> all = [.. heading.Concat(body).SelectMany(s => s)];
        var total = Tell(_asked.Where(w => !Frequency.ContainsKey(w))) + Tell(_asked.Where(Frequency.ContainsKey));
        if (!all.Any(_asked.Contains))
        {
            return default;
        }
        List<string> inHeading = [.. heading.SelectMany(s => s)];
        var sentence = body.Select(s => Tell(_asked.Where(s.Contains))).DefaultIfEmpty().Max();
        var counted = body.Where(s => s.Any(_asked.Contains) && Counts(s)).Select(s => Tell(_asked.Where(w => s.Contains(w) || inHeading.Contains(w)))).DefaultIfEmpty().Max();
        var headingTells = Tell(inHeading);
        return new Closeness(Tell(_asked.Where(all.Contains)) / total, sentence, Near(all), headingTells > 0 ? Tell(inHeading.Where(_asked.Contains)) / headingTells : 0, counted / total);
    }

    private double Near(List<string> all)
    {
        var sum = 0.0;
        List<string> known = [.. _asked.Where(Frequency.ContainsKey)];
        for (var i = 0; i < known.Count; i++)
        {
            for (var j = i + 1; j < known.Count; j++)
            {
                var distances = all.Index().Where(w => w.Item == known[i])
                    .SelectMany(one => all.Index().Where(w => w.Item == known[j]).Select(other => Math.Abs(one.Index - other.Index))).Where(d => d <= 10).ToList();
                sum += distances.Count == 0 ? 0 : Math.Min(Tell([known[i]]), Tell([known[j]])) / distances.Min();
            }
        }
        return 2 * sum / Math.Max(1, _asked.Count - 1);
    }

    private bool Counts(List<string> sentence) => sentence.Zip(sentence.Skip(1)).Any(pair => IsNumber(pair.First) && _counters.Contains(pair.Second));

    private static bool IsNumber(string word) => char.IsAsciiDigit(word[0]) || (word.Length == 1 && "〇一二三四五六七八九十百千万億数".Contains(word[0], StringComparison.Ordinal));

    private double Tell(IEnumerable<string> words) => words.Aggregate(0.0, (sum, word) => sum + (float)TermField.InverseDocumentFrequency(Frequency.GetValueOrDefault(word), _headings.Count));

    private static List<List<string>> Sentences(SearchTerms text)
    {
        var sentences = new List<List<string>>();
        for (var i = 0; i < text.Words.Count; i++)
        {
            if (sentences.Count == 0 || text.Marks[i].HasFlag(WordMarks.FirstOfSentence))
            {
                sentences.Add([]);
            }
            if (!text.Marks[i].HasFlag(WordMarks.Compound))
            {
                sentences[^1].Add(text.Words[i]);
            }
        }
        return sentences;
    }
}
