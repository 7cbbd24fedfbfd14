using System.Runtime.InteropServices;

namespace MedtechBot.Knowledge.Search;

/// <summary>
/// One field of the index: for every term the documents that hold it, with their BM25 weight worked out beforehand.
/// Immutable; postings lie in document order in two flat arrays.
/// </summary>
/// <typeparam name="TTerm">A word, or a short run of characters as a number.</typeparam>
internal sealed class TermField<TTerm>
    where TTerm : notnull
{
    // k1 near 1 and b .75 serve short FAQ entries and long paragraphs alike.
    private const double K1 = 1.0;
    private const double B = 0.75;

    private readonly Dictionary<TTerm, int> _terms;
    private readonly int[] _start;
    private readonly int[] _documents;
    private readonly float[] _weights;
    private readonly int _documentCount;

    private TermField(Dictionary<TTerm, int> terms, int[] start, int[] documents, float[] weights, int documentCount)
    {
        (_terms, _start, _documents, _weights, _documentCount) = (terms, start, documents, weights, documentCount);
    }

    /// <summary>Adds the term's weight in each document that holds it, times <paramref name="factor"/>.</summary>
    public void Accumulate(TTerm term, float factor, float[] scores)
    {
        if (!_terms.TryGetValue(term, out var id))
        {
            return;
        }
        var documents = _documents.AsSpan(_start[id].._start[id + 1]);
        var weights = _weights.AsSpan(_start[id].._start[id + 1]);
        for (var i = 0; i < documents.Length; i++)
        {
            scores[documents[i]] += factor * weights[i];
        }
    }

    public int DocumentFrequency(TTerm term) => _terms.TryGetValue(term, out var id) ? _start[id + 1] - _start[id] : 0;

    /// <summary>How much a term tells, from its rarity; a term that nobody used tells most.</summary>
    public double InverseDocumentFrequency(TTerm term) => InverseDocumentFrequency(DocumentFrequency(term), _documentCount);

    private static double InverseDocumentFrequency(int frequency, int documents) =>
        Math.Log(1 + (documents - frequency + 0.5) / (frequency + 0.5));

    internal sealed class Builder
    {
        private readonly Dictionary<TTerm, int> _terms = [];
        private readonly List<(int Term, int Document, int Count)> _postings = [];
        private readonly List<int> _lengths = [];
        private readonly Dictionary<int, int> _counts = [];

        /// <summary>Adds the next document's terms; documents are numbered from 0 in the order of these calls.</summary>
        public void Add(List<TTerm> terms)
        {
            _counts.Clear();
            foreach (var term in terms)
            {
                ref var id = ref CollectionsMarshal.GetValueRefOrAddDefault(_terms, term, out var known);
                if (!known)
                {
                    id = _terms.Count - 1;
                }
                CollectionsMarshal.GetValueRefOrAddDefault(_counts, id, out _)++;
            }
            foreach (var (term, count) in _counts)
            {
                _postings.Add((term, _lengths.Count, count));
            }
            _lengths.Add(terms.Count);
        }

        public TermField<TTerm> Build()
        {
            var start = new int[_terms.Count + 1];
            foreach (var posting in _postings)
            {
                start[posting.Term + 1]++;
            }
            for (var i = 0; i < _terms.Count; i++)
            {
                start[i + 1] += start[i];
            }
            var next = start.AsSpan(0, _terms.Count).ToArray();
            var documents = new int[_postings.Count];
            var weights = new float[_postings.Count];
            var averageLength = _lengths.Count == 0 ? 1 : Math.Max(1, _lengths.Average());
            foreach (var (term, document, count) in _postings)
            {
                var place = next[term]++;
                var idf = InverseDocumentFrequency(start[term + 1] - start[term], _lengths.Count);
                documents[place] = document;
                weights[place] = (float)(idf * count * (K1 + 1) / (count + K1 * (1 - B + B * _lengths[document] / averageLength)));
            }
            return new TermField<TTerm>(_terms, start, documents, weights, _lengths.Count);
        }
    }
}
