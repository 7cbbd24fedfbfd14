using MedtechBot.Knowledge.Search;

namespace MedtechBot.Knowledge.Vectors;

/// <summary>Where a document stands by its words and its meaning together.</summary>
/// <param name="Score">The two together.</param>
/// <param name="Words">The score of its words, of the best document's.</param>
/// <param name="Nearness">As <see cref="DocumentVectors.Nearness"/> tells it.</param>
public readonly record struct FusedDocument(int Document, double Score, double Words, double Nearness);

/// <summary>Adds what words and vectors say of documents, each measured by its best.</summary>
public static class VectorFusion
{
    /// <summary>How deep each of the two is looked into.</summary>
    public const int Depth = 100;

    /// <param name="words">The ranking by words, best first, <see cref="Depth"/> deep or deeper.</param>
    /// <param name="weight">The share of the score that is the nearness.</param>
    public static IReadOnlyList<FusedDocument> Fuse(IReadOnlyList<(int Document, float Score)> words, float[] nearness, double weight, int limit)
    {
        var best = words.Count == 0 ? 1 : Math.Max(1e-9, words.Max(w => w.Score));
        var byWords = words.ToDictionary(w => w.Document, w => w.Score / best);
        return [.. byWords.Keys.Union(TopDocuments.Select(nearness, Math.Max(limit, Depth)).Where(n => n.Score > 0).Select(n => n.Document))
            .Select(document => Of(document, byWords.GetValueOrDefault(document), nearness[document], weight))
            .OrderByDescending(f => f.Score).ThenBy(f => f.Document).Take(limit)];
    }

    internal static double Score(double words, double nearness, double weight) => (1 - weight) * words + weight * nearness;

    private static FusedDocument Of(int document, double words, double nearness, double weight) => new(document, Score(words, nearness, weight), words, nearness);
}
