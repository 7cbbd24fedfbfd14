using System.Collections.Immutable;

namespace MedtechBot.Knowledge.Search.Learning;

/// <summary>
/// Questions that people confirmed documents of one index to answer. Immutable: another one comes of each change, which costs what the
/// document's own questions cost.
/// </summary>
public sealed class LearnedQuestions
{
    /// <summary>So many questions of a document are looked at: what is asked all the time must not drown the rest.</summary>
    public const int MostOfADocument = 20;

    private const double K1 = 1.0;
    private const double B = 0.75;

    private readonly ImmutableDictionary<int, ImmutableArray<LearnedQuestion>> _documents;
    private readonly ImmutableDictionary<string, ImmutableSortedSet<int>> _words;
    private readonly long _length;

    private LearnedQuestions(ImmutableDictionary<int, ImmutableArray<LearnedQuestion>> documents, ImmutableDictionary<string, ImmutableSortedSet<int>> words, long length) =>
        (_documents, _words, _length) = (documents, words, length);

    /// <summary>Nothing learned yet.</summary>
    public static LearnedQuestions None { get; } =
        new(ImmutableDictionary<int, ImmutableArray<LearnedQuestion>>.Empty, ImmutableDictionary.Create<string, ImmutableSortedSet<int>>(StringComparer.Ordinal), 0);

    /// <summary>How many documents have learned questions.</summary>
    public int Documents => _documents.Count;

    /// <summary>The questions that a document has learned.</summary>
    public IReadOnlyList<string> Of(int document) => _documents.TryGetValue(document, out var questions) ? [.. questions.Select(q => q.Text)] : [];

    /// <summary>The same, but a document has just these questions; the first of too many count.</summary>
    internal LearnedQuestions With(int document, IEnumerable<LearnedQuestion> questions)
    {
        ImmutableArray<LearnedQuestion> now = [.. questions.Where(q => q.Words.Length > 0).Take(MostOfADocument)];
        var before = _documents.GetValueOrDefault(document, []);
        var words = _words.ToBuilder();
        foreach (var word in before.SelectMany(q => q.Words))
        {
            if (words.TryGetValue(word, out var those) && those.Remove(document) is var left)
            {
                // What nobody asked any more is not kept in memory either.
                _ = left.IsEmpty ? words.Remove(word) : (words[word] = left) is not null;
            }
        }
        foreach (var word in now.SelectMany(q => q.Words))
        {
            words[word] = words.GetValueOrDefault(word, []).Add(document);
        }
        return new LearnedQuestions(
            now.IsEmpty ? _documents.Remove(document) : _documents.SetItem(document, now), words.ToImmutable(),
            _length - before.Sum(q => (long)q.Words.Length) + now.Sum(q => (long)q.Words.Length));
    }

    /// <summary>The same as if a question had never been asked.</summary>
    internal LearnedQuestions Without(string question)
    {
        var without = this;
        foreach (var (document, questions) in _documents)
        {
            if (questions.Any(q => q.Text == question))
            {
                without = without.With(document, questions.Where(q => q.Text != question));
            }
        }
        return without;
    }

    /// <summary>What the documents' learned questions say for this one, in the order of the documents.</summary>
    internal IReadOnlyList<(int Document, LearnedMatch Match)> Find(LearnedQuestion asked)
    {
        if (_documents.IsEmpty)
        {
            return [];
        }
        var average = Math.Max(1, (double)_length / _documents.Count);
        var places = asked.Distinct.Select((word, place) => (word, place)).ToDictionary(w => w.word, w => w.place, StringComparer.Ordinal);
        var documents = new SortedSet<int>(asked.Distinct.SelectMany(word => _words.GetValueOrDefault(word, [])));
        return [.. documents.Select(document => (document, Match(asked, places, _documents[document], average)))];
    }

    /// <summary>A document's learned questions that have words in common with this one, most alike first.</summary>
    internal IReadOnlyList<LikeQuestion> Like(int document, LearnedQuestion asked)
    {
        var places = asked.Distinct.Select((word, place) => (word, place)).ToDictionary(w => w.word, w => w.place, StringComparer.Ordinal);
        return [.. _documents.GetValueOrDefault(document, []).Select(q => new LikeQuestion(q.Text, Likeness(asked, places, q)))
            .Where(q => q.Likeness > 0).OrderByDescending(q => q.Likeness).ThenBy(q => q.Text, StringComparer.Ordinal)];
    }

    private static LearnedMatch Match(LearnedQuestion asked, Dictionary<string, int> places, ImmutableArray<LearnedQuestion> questions, double average)
    {
        var counts = new double[asked.Distinct.Length];
        var (nearest, neighbours, often, length) = (0.0, 0.0, 0.0, 0.0);
        foreach (var question in questions)
        {
            length += question.Weight * question.Words.Length;
            often += question.Weight;
            foreach (var word in question.Words)
            {
                if (places.TryGetValue(word, out var place))
                {
                    counts[place] += question.Weight;
                }
            }
            var alike = Likeness(asked, places, question);
            (nearest, neighbours) = (Math.Max(nearest, question.Weight * alike), neighbours + question.Weight * alike * alike);
        }
        var terms = 0.0;
        for (var i = 0; i < counts.Length; i++)
        {
            terms += asked.Tells[i] * counts[i] * (K1 + 1) / (counts[i] + K1 * (1 - B + B * length / average));
        }
        return new LearnedMatch(terms, nearest, neighbours, Math.Log(1 + often));
    }

    // Dice's coefficient with weighted words.
    private static double Likeness(LearnedQuestion asked, Dictionary<string, int> places, LearnedQuestion question)
    {
        var (shared, all) = (0.0, asked.Tells.Sum());
        for (var i = 0; i < question.Distinct.Length; i++)
        {
            all += question.Tells[i];
            shared += places.ContainsKey(question.Distinct[i]) ? question.Tells[i] : 0;
        }
        return all > 0 ? 2 * shared / all : 0;
    }
}

/// <summary>What a document's learned questions say for a question.</summary>
/// <param name="Terms">BM25 of them as a field.</param>
/// <param name="Nearest">How like the question the nearest of them is, 0 to 1.</param>
/// <param name="Neighbours">How like it all of them are together: the squares, added up.</param>
/// <param name="Often">The logarithm of how many there are and one.</param>
internal readonly record struct LearnedMatch(double Terms, double Nearest, double Neighbours, double Often);
