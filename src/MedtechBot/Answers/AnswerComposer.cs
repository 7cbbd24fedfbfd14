using MedtechBot.Knowledge;

namespace MedtechBot.Answers;

/// <summary>From a question to an answer: search, order, weigh the evidence, quote, check.</summary>
internal static class AnswerComposer
{
    // Calibrated on held-out questions: below this share of the question, quoting answers something else.
    private const double EnoughCoverage = 0.45;

    // A follow-up leaves most of what it is about unsaid.
    private const double EnoughCoverageOfFollowUp = 0.25;

    // A heading that asks the same thing is evidence by itself.
    private const double EnoughAsked = 0.55;

    private const int Depth = 24;
    private const int DepthWithCondition = 150;

    public static Answer? Compose(Question question, KnowledgeSnapshot knowledge)
    {
        var candidates = Candidates(question, knowledge);
        if (candidates.Count == 0 || !Carries(question, candidates[0]))
        {
            return null;
        }
        var answer = QuotingComposer.Compose(question, candidates, knowledge);
        return CitationCheck.Holds(answer, knowledge) ? answer : null;
    }

    /// <summary>Whether the candidate speaks of enough of the question to be quoted for it.</summary>
    public static bool Carries(Question question, Candidate candidate) =>
        candidate.Coverage >= (question.Context is null ? EnoughCoverage : EnoughCoverageOfFollowUp) || candidate.Asked >= EnoughAsked;

    /// <summary>What the search finds, best answer first.</summary>
    public static IReadOnlyList<Candidate> Candidates(Question question, KnowledgeSnapshot knowledge, Func<Passage, bool>? where = null)
    {
        // The search knows no conditions: what must meet one is looked for deeper.
        var hits = knowledge.Search.Search(question.Text, where is null ? Depth : DepthWithCondition);
        return Relevance.Order(question, where is null ? hits : [.. hits.Where(h => where(h.Passage)).Take(Depth)], knowledge.Words);
    }
}
