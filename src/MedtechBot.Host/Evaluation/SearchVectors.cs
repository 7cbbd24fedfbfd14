using MedtechBot.Knowledge.Vectors;
using Microsoft.Extensions.AI;

namespace MedtechBot.Host.Evaluation;

/// <summary>The vectors of a collection and of its questions, to see what they add to the words, and at which weight.</summary>
internal sealed class SearchVectors
{
    private const int LongestText = 6000;

    private static readonly double[] Weights = [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9];

    private readonly DocumentVectors _documents;
    private readonly Dictionary<string, float[]?> _questions;
    private readonly double _weight;
    private readonly double[] _sums = new double[Weights.Length];
    private int _count;

    private SearchVectors(DocumentVectors documents, Dictionary<string, float[]?> questions, double weight) => (_documents, _questions, _weight) = (documents, questions, weight);

    /// <summary>nDCG at ten by the weight of the vectors.</summary>
    public IReadOnlyDictionary<string, double> NdcgByWeight => Weights.Zip(_sums)
        .ToDictionary(w => w.First.ToString("0.0", System.Globalization.CultureInfo.InvariantCulture), w => Math.Round(w.Second / Math.Max(1, _count), 4));

    /// <exception cref="EvaluationInputException">No vectors came.</exception>
    public static async Task<SearchVectors> MakeAsync(SearchCollection collection, IEmbeddingGenerator<string, Embedding<float>> generator, VectorOptions options)
    {
        try
        {
            var documents = await EmbedAsync([.. collection.Documents.Select(d => d.Title + "\n" + d.Text)], generator, options);
            string[] questions = [.. collection.Judged.Select(q => q.Text).Distinct(StringComparer.Ordinal)];
            var vectors = await EmbedAsync(questions, generator, options);
            return new SearchVectors(new DocumentVectors(documents), questions.Zip(vectors).ToDictionary(q => q.First, q => q.Second, StringComparer.Ordinal), options.Weight);
        }
        catch (Exception failure) when (failure is VectorException or HttpRequestException or OperationCanceledException)
        {
            throw new EvaluationInputException($"no vectors came: {(failure is VectorException ? failure.Message : failure.GetType().Name)}");
        }
    }

    /// <param name="measure">What a ranking is worth.</param>
    public IReadOnlyList<(int Document, float Score)> Fuse(string question, IReadOnlyList<(int Document, float Score)> words, int limit, Func<IReadOnlyList<int>, double> measure)
    {
        var nearness = _questions.GetValueOrDefault(question) is { } vector ? _documents.Nearness(vector) : new float[_documents.Count];
        for (var i = 0; i < Weights.Length; i++)
        {
            _sums[i] += measure([.. VectorFusion.Fuse(words, nearness, Weights[i], limit).Select(f => f.Document)]);
        }
        _count++;
        return [.. VectorFusion.Fuse(words, nearness, _weight, limit).Select(f => (f.Document, (float)f.Score))];
    }

    private static async Task<List<float[]?>> EmbedAsync(string[] texts, IEmbeddingGenerator<string, Embedding<float>> generator, VectorOptions options)
    {
        var vectors = new List<float[]?>(texts.Length);
        foreach (var batch in texts.Chunk(options.Batch))
        {
            using var patience = new CancellationTokenSource(options.PatienceForPassages);
            var made = await generator.GenerateAsync(batch.Select(t => t.Length <= LongestText ? t : t[..LongestText]), cancellationToken: patience.Token);
            vectors.AddRange(made.Select(v => DocumentVectors.Normal(v.Vector.Span, vectors.Count == 0 ? 0 : vectors[0]!.Length) ?? throw new VectorException("not a vector")));
        }
        return vectors;
    }
}
