using MedtechBot.Japanese;

namespace MedtechBot.Knowledge.Search;

/// <summary>
/// Other words for the same thing. A term matches where its words follow each other in the question;
/// what it stands for is searched as well, at reduced weight.
/// </summary>
public sealed class Thesaurus
{
    private readonly Dictionary<string, List<Entry>> _byFirstWord = new(StringComparer.Ordinal);

    public static Thesaurus Empty { get; } = new();

    /// <summary>Every term as it is written.</summary>
    public IReadOnlyCollection<string> Terms { get; private set; } = [];

    private Thesaurus()
    {
    }

    /// <param name="pairs">Terms that stand for each other, with what the expansion weighs (0-1).</param>
    public static Thesaurus Build(JapaneseAnalyzer analyzer, IEnumerable<(string Term, string Other, float Weight)> pairs)
    {
        var thesaurus = new Thesaurus();
        var reader = new SearchTermReader(analyzer);
        var words = new Dictionary<string, string[]>(StringComparer.Ordinal);
        foreach (var (term, other, weight) in pairs)
        {
            thesaurus.Add(term, Words(term), Words(other), weight);
            thesaurus.Add(other, Words(other), Words(term), weight);
        }
        thesaurus.Terms = words.Keys;
        return thesaurus;

        string[] Words(string text) => words.TryGetValue(text, out var known) ? known : words[text] = [.. reader.Read(text, withKanaGrams: false).Words];
    }

    /// <summary>The words say all of the term: of "医療機器かどうか" or "is a medical device" only what everybody says is left.</summary>
    internal static bool IsWhole(string term, IReadOnlyList<string> words) => words.Count >= term.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length
        && (!term.Any(Kana.IsHiragana) || string.Concat(words) == term);

    private void Add(string term, string[] from, string[] to, float weight)
    {
        if (from.Length == 0 || to.Length == 0 || from.SequenceEqual(to))
        {
            return;
        }
        if (!_byFirstWord.TryGetValue(from[0], out var entries))
        {
            _byFirstWord[from[0]] = entries = [];
        }
        entries.Add(new Entry(from, to, weight, IsWhole(term, from)));
    }

    /// <summary>The words to search besides the question's own, each once, with the heaviest weight it was given.</summary>
    public IReadOnlyDictionary<string, float> Expand(IReadOnlyList<string> words)
    {
        var expansion = new SortedDictionary<string, float>(StringComparer.Ordinal);
        // A long question repeats its words; looking each up in the list would take the square of its length.
        var own = words.ToHashSet(StringComparer.Ordinal);
        foreach (var match in Match(words))
        {
            // A name of many words must not outweigh the one word that it stands for.
            var weight = match.Weight / MathF.Sqrt(match.Other.Count);
            foreach (var word in match.Other)
            {
                if (!own.Contains(word))
                {
                    expansion[word] = Math.Max(weight, expansion.GetValueOrDefault(word));
                }
            }
        }
        return expansion;
    }

    /// <summary>Every place in the words where a term of the thesaurus stands.</summary>
    public IEnumerable<ThesaurusMatch> Match(IReadOnlyList<string> words)
    {
        for (var i = 0; i < words.Count; i++)
        {
            foreach (var entry in _byFirstWord.GetValueOrDefault(words[i]) ?? [])
            {
                if (Matches(entry.From, words, i))
                {
                    yield return new ThesaurusMatch(i, entry.From.Length, entry.To, entry.Weight, entry.IsWhole);
                }
            }
        }
    }

    private static bool Matches(string[] from, IReadOnlyList<string> words, int start)
    {
        if (start + from.Length > words.Count)
        {
            return false;
        }
        for (var i = 1; i < from.Length; i++)
        {
            if (!string.Equals(from[i], words[start + i], StringComparison.Ordinal))
            {
                return false;
            }
        }
        return true;
    }

    private sealed record Entry(string[] From, string[] To, float Weight, bool IsWhole);
}

/// <summary>The words from <paramref name="Start"/> on mean the same as <paramref name="Other"/>.</summary>
/// <param name="IsWhole">They are the whole term, and not only what is left of it without particles and asking words.</param>
public readonly record struct ThesaurusMatch(int Start, int Length, IReadOnlyList<string> Other, float Weight, bool IsWhole);
