using MedtechBot.Knowledge.Search;
using MedtechBot.Knowledge.Search.Learning;

namespace MedtechBot.Knowledge.Vectors;

/// <summary>The search by words, and by meaning too as far as vectors of question and passages are there.</summary>
/// <param name="first">Whose vectors are searched; null: its own.</param>
internal sealed class FusedSearch(PassageSearch words, QuestionVectors questions, double weight, FusedSearch? first = null) : IPassageSearch
{
    private volatile DocumentVectors? _vectors;

    /// <summary>The search by words alone.</summary>
    public PassageSearch Words => words;

    /// <summary>What is searched from now on.</summary>
    public DocumentVectors? Vectors { get => first is null ? _vectors : first._vectors; set => _vectors = value; }

    /// <summary>The same with what was learned from use; it gets the vectors that come later too.</summary>
    public FusedSearch With(LearnedPassages learned) => new(words.With(learned), questions, weight, first ?? this);

    public ValueTask ReadyAsync(IReadOnlyList<string> asked, CancellationToken cancellation = default) =>
        Vectors is null ? default : questions.ReadyAsync(asked, cancellation);

    public IReadOnlyList<PassageHit> Search(string question, int limit) =>
        limit > 0 && Fuse(question, limit) is { } fused ? [.. fused.Hits.Select(hit => new PassageHit(words.Passage(hit.Document), hit.Score) { Terms = fused.Evidence(hit) })] : words.Search(question, limit);

    public Explanation? Explain(string question, int limit)
    {
        if (limit <= 0 || Fuse(question, limit) is not { } fused)
        {
            return words.Explain(question, limit);
        }
        var byWords = words.Explain(question, TextIndex.Depth);
        var passages = byWords.Passages.ToDictionary(p => p.Id);
        return byWords with { Passages = [.. fused.Hits.Select((hit, i) => Explained(hit, i + 1, passages))] };
    }

    private ExplainedPassage Explained(FusedDocument hit, int place, Dictionary<PassageId, ExplainedPassage> byWords)
    {
        var passage = words.Passage(hit.Document);
        var explained = byWords.GetValueOrDefault(passage.Id)
            // Its words alone would not have brought it up.
            ?? new ExplainedPassage(place, passage.Id, passage.DocumentTitle, passage.Heading, 0, [], [], []);
        return explained with { Place = place, Score = hit.Score, Meaning = new ExplainedMeaning(hit.Words, hit.Nearness, weight) };
    }

    private Fused? Fuse(string question, int limit)
    {
        if (Vectors is not { } vectors || questions.Find(question) is not { } vector || vector.Length != vectors.Dimensions)
        {
            return null;
        }
        var ranked = words.Rank(question, Math.Max(limit, VectorFusion.Depth));
        var terms = ranked.ToDictionary(r => r.Document, r => (double)r.Terms);
        return new Fused(
            VectorFusion.Fuse([.. ranked.Select(r => (r.Document, r.Score))], vectors.Nearness(vector), weight, limit), terms, terms.Values.DefaultIfEmpty(1).Max(), weight);
    }

    private sealed record Fused(IReadOnlyList<FusedDocument> Hits, Dictionary<int, double> Terms, double Best, double Weight)
    {
        // Where words stand is weighed once more with the rest of the evidence; what counts here is that they are there.
        public double Evidence(FusedDocument hit) => VectorFusion.Score(Terms.GetValueOrDefault(hit.Document) / Math.Max(1e-9, Best), hit.Nearness, Weight);
    }
}
