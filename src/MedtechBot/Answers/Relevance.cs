using MedtechBot.Knowledge;
using MedtechBot.Knowledge.Search;

namespace MedtechBot.Answers;

/// <summary>A passage with what speaks for it.</summary>
/// <param name="Coverage">The share of the question's content that the passage speaks of, 0 to 1.</param>
/// <param name="Asked">How closely its heading, or another way of asking for it, resembles the question, 0 to 1.</param>
internal sealed record Candidate(Passage Passage, double Coverage, double Asked, double Score);

/// <summary>Orders what the search found by how well each passage answers the question.</summary>
internal static class Relevance
{
    private const double AskedWeight = 1.2;
    private const double CoverageWeight = 0.8;
    private const double ContextWeight = 0.5;

    public static IReadOnlyList<Candidate> Order(Question question, IReadOnlyList<PassageHit> hits, PassageWords words)
    {
        var best = hits.Count == 0 ? 1 : Math.Max(1e-9, hits.Max(h => h.Score));
        return [.. hits
            .Select(hit => Judge(question, hit, hit.Score / best, words))
            .OrderByDescending(c => c.Score).ThenBy(c => c.Passage.Id.Value, StringComparer.Ordinal)];
    }

    private static Candidate Judge(Question question, PassageHit hit, double found, PassageWords words)
    {
        var passage = words.Of(hit.Passage);
        var coverage = question.Words.Coverage(passage);
        var asked = passage.Headings.Max(heading => Resemblance(question.Words, heading, passage.DocumentTitle));
        var context = question.Context is null ? 0 : question.Context.Coverage(passage);
        var score = found + AskedWeight * asked + CoverageWeight * coverage + ContextWeight * context;
        return new Candidate(hit.Passage, coverage, asked, score);
    }

    /// <summary>Dice's coefficient with weighted words; what the document's title says counts for a heading that leaves it out.</summary>
    private static double Resemblance(QuestionWords question, int[] heading, int[] title)
    {
        if (heading.Length == 0 || question.TotalWeight == 0)
        {
            return 0;
        }
        var inHeading = question.WeightOf(question.CoveredBy(heading));
        var inTitle = question.WeightOf(question.CoveredBy([.. heading.Union(title).Order()])) - inHeading;
        var averageWeight = question.TotalWeight / question.Words.Count;
        return (2 * inHeading + inTitle) / (question.TotalWeight + heading.Length * averageWeight);
    }
}
