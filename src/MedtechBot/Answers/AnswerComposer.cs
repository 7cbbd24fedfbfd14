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

    public static Answer? Compose(Question question, KnowledgeSnapshot knowledge)
    {
        var candidates = Find(question, knowledge);
        if (candidates.Count == 0 || !Carries(question, candidates[0]))
        {
            return null;
        }
        var answer = QuotingComposer.Compose(question, candidates, knowledge);
        return CitationCheck.Holds(answer, knowledge) ? answer : null;
    }

    private static bool Carries(Question question, Candidate candidate) =>
        candidate.Coverage >= (question.Context is null ? EnoughCoverage : EnoughCoverageOfFollowUp) || candidate.Asked >= EnoughAsked;

    private static IReadOnlyList<Candidate> Find(Question question, KnowledgeSnapshot knowledge)
    {
        var hits = knowledge.Search.Search(question.Text, Depth);
        return Relevance.Order(question, hits, knowledge.Words);
    }
}
