using MedtechBot.Knowledge;

namespace MedtechBot.Answers;

/// <summary>From a question to an answer: search, order, weigh the evidence, quote, check.</summary>
internal static class AnswerComposer
{
    // Calibrated on held-out questions: below this share of the question, quoting answers something else.
    private const double EnoughCoverage = 0.5;

    // A heading that asks the same thing is evidence by itself.
    private const double EnoughAsked = 0.55;

    private const int Depth = 12;

    public static Answer? Compose(Question question, KnowledgeSnapshot knowledge)
    {
        var candidates = Find(question, knowledge);
        if (candidates.Count == 0 || !Carries(candidates[0]))
        {
            return null;
        }
        var answer = QuotingComposer.Compose(question, candidates, knowledge);
        return CitationCheck.Holds(answer, knowledge) ? answer : null;
    }

    private static bool Carries(Candidate candidate) => candidate.Coverage >= EnoughCoverage || candidate.Asked >= EnoughAsked;

    private static IReadOnlyList<Candidate> Find(Question question, KnowledgeSnapshot knowledge)
    {
        var hits = knowledge.Search.Search(question.Text, Depth);
        return Relevance.Order(question, hits, knowledge.Words);
    }
}
