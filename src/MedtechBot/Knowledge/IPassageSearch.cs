using MedtechBot.Knowledge.Search;

namespace MedtechBot.Knowledge;

/// <summary>
/// Finds passages for a question. Scores rank the hits of one search and are never compared across engines or searches.
/// Implementations are immutable and safe to call from many threads.
/// </summary>
public interface IPassageSearch
{
    /// <param name="question">As the person wrote it; any length, any Unicode.</param>
    /// <param name="limit">At most this many hits, best first; ties are broken by passage id.</param>
    IReadOnlyList<PassageHit> Search(string question, int limit);

    /// <summary>
    /// Told before questions are searched, so that what takes time beforehand, as a model's vector, is there when they are. Never waits long and
    /// never fails; what is not ready is done without.
    /// </summary>
    ValueTask ReadyAsync(IReadOnlyList<string> questions, CancellationToken cancellation = default) => default;

    /// <summary>Why the best hits stand in their order; null from an engine that cannot tell.</summary>
    Explanation? Explain(string question, int limit) => null;
}

/// <param name="Score">What it is ranked by.</param>
public readonly record struct PassageHit(Passage Passage, double Score)
{
    /// <summary>The part of the score that is the question's words wherever they stand; the rest of the evidence is weighed beside it.</summary>
    public double Terms { get; init; } = Score;
}
