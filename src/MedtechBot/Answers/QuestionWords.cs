using System.Text.RegularExpressions;
using MedtechBot.Knowledge.Search;

namespace MedtechBot.Answers;

/// <summary>What a question is about: its content words with their weights, and what else each may be called.</summary>
internal sealed partial class QuestionWords
{
    private readonly SearchTerms _terms;
    private readonly bool _bySound;
    private readonly int[] _numbers;
    private readonly double[] _weights;
    private readonly List<(int Start, int Length, int[] Other)> _others = [];
    private readonly uint[] _bigrams;
    private readonly ulong[] _kanaGrams;

    // What somebody tells about themselves before they ask says less of what they want to hear.
    private const double ToldWeight = 0.5;

    private const int MostOnStack = 512;

    /// <param name="bySound">The question was typed in kana, so that what it sounds like tells as much as how it was understood.</param>
    /// <param name="asking">The sentences of it that ask; null for all of it.</param>
    public QuestionWords(string question, PassageWords vocabulary, bool bySound = false, string? asking = null)
    {
        _bySound = bySound;
        _terms = vocabulary.ReadTerms(question);
        Words = [.. _terms.Words];
        var askingWords = asking is null || asking == question ? null : vocabulary.ReadTerms(asking).Words.ToHashSet(StringComparer.Ordinal);
        _weights = [.. Words.Select(word => vocabulary.Weight(word) * (askingWords is null || askingWords.Contains(word) ? 1 : ToldWeight))];
        TotalWeight = _weights.Sum();
        _numbers = [.. Words.Select(vocabulary.Number)];
        _bigrams = [.. _terms.Bigrams.Distinct()];
        _kanaGrams = [.. _terms.KanaGrams.Distinct()];
        foreach (var match in vocabulary.Thesaurus.Match(Words))
        {
            _others.Add((match.Start, match.Length, [.. match.Other.Select(vocabulary.Number)]));
        }
        TopicIsUnknown = !MostlyKana && Words.Where((word, i) => _numbers[i] < 0 && word.Length > 1 && !_others.Any(o => i >= o.Start && i < o.Start + o.Length))
            .Any(word => AsksOf(question, word));
    }

    public IReadOnlyList<string> Words { get; }

    public IReadOnlyList<double> Weights => _weights;

    public double TotalWeight { get; }

    /// <summary>What the question is about ("関税は何パーセントか") is a word that the sources never use, so that they hardly answer it.</summary>
    public bool TopicIsUnknown { get; }

    public bool MostlyKana => _bySound || _terms.MostlyKana;

    /// <summary>Which of the question's words stand among the given ones, under their own or another name.</summary>
    public bool[] CoveredBy(int[] sortedWords)
    {
        var covered = new bool[_numbers.Length];
        Cover(covered, sortedWords, []);
        return covered;
    }

    public double WeightOf(ReadOnlySpan<bool> covered)
    {
        var weight = 0.0;
        for (var i = 0; i < covered.Length; i++)
        {
            weight += covered[i] ? _weights[i] : 0;
        }
        return weight;
    }

    /// <summary>What the question's words weigh that stand on either of two lists; asked of every heading of every passage found.</summary>
    public double WeightIn(ReadOnlySpan<int> sortedWords, ReadOnlySpan<int> alsoSorted = default)
    {
        Span<bool> covered = _numbers.Length <= MostOnStack ? stackalloc bool[_numbers.Length] : new bool[_numbers.Length];
        Cover(covered, sortedWords, alsoSorted);
        return WeightOf(covered);
    }

    private void Cover(Span<bool> covered, ReadOnlySpan<int> sorted, ReadOnlySpan<int> alsoSorted)
    {
        for (var i = 0; i < covered.Length; i++)
        {
            covered[i] = IsIn(_numbers[i], sorted, alsoSorted);
        }
        foreach (var (start, length, other) in _others)
        {
            var all = true;
            for (var i = 0; all && i < other.Length; i++)
            {
                all = IsIn(other[i], sorted, alsoSorted);
            }
            if (all)
            {
                covered.Slice(start, length).Fill(true);
            }
        }
    }

    private static bool IsIn(int word, ReadOnlySpan<int> sorted, ReadOnlySpan<int> alsoSorted) => sorted.BinarySearch(word) >= 0 || alsoSorted.BinarySearch(word) >= 0;

    /// <summary>The share of the question that a passage speaks of, from 0 to 1; by characters where words are unreliable.</summary>
    public double Coverage(WordsOfPassage passage)
    {
        var byWords = TotalWeight == 0 ? 0 : WeightIn(passage.All) / TotalWeight;
        // A typing error breaks a word and few of its character pairs.
        var byBigrams = 0.9 * Share(_bigrams, passage.Bigrams, 4);
        var byKana = MostlyKana ? Share(_kanaGrams, passage.KanaGrams, 4) : 0;
        return Math.Max(byWords, Math.Max(byBigrams, byKana));
    }

    /// <summary>Dice's coefficient of the sounds.</summary>
    public double KanaResemblance(ulong[] sortedGrams) =>
        _kanaGrams.Length + sortedGrams.Length == 0 ? 0 : 2.0 * CountIn(_kanaGrams, sortedGrams) / (_kanaGrams.Length + sortedGrams.Length);

    // "年収は", "関税は何パーセント": the word is what is asked about and not merely said.
    private static bool AsksOf(string question, string word)
    {
        var at = question.IndexOf(word, StringComparison.Ordinal);
        return at >= 0 && TopicAsked().IsMatch(question[(at + word.Length)..]);
    }

    [GeneratedRegex("^(は|って)(何|なん|いくら|どこ|いつ|だれ|誰|どれ|どのくらい|[。？?\\s]{0,8}$)")]
    private static partial Regex TopicAsked();

    private static double Share<T>(T[] wanted, T[] sorted, int atLeast) where T : IComparable<T> =>
        wanted.Length < atLeast ? 0 : CountIn(wanted, sorted) / (double)wanted.Length;

    private static int CountIn<T>(ReadOnlySpan<T> wanted, ReadOnlySpan<T> sorted) where T : IComparable<T>
    {
        var count = 0;
        foreach (var one in wanted)
        {
            count += sorted.BinarySearch(one) >= 0 ? 1 : 0;
        }
        return count;
    }
}
