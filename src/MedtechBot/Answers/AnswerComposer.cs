using MedtechBot.Knowledge;
using MedtechBot.Knowledge.Search;

namespace MedtechBot.Answers;

/// <summary>From a question to an answer: search, order, weigh the evidence, quote, check.</summary>
internal static class AnswerComposer
{
    // Calibrated on held-out questions: below this share of the question, quoting answers something else.
    private const double EnoughCoverage = 0.45;

    // A follow-up leaves most of what it is about unsaid.
    private const double EnoughCoverageOfFollowUp = 0.25;

    // Between this and enough, what is nearest is quoted and said to be no more than that. People ask in other words than the sources;
    // measured on questions written from the need, six of ten such quotes answer.
    private const double NearCoverage = 0.25;
    private const double NearCoverageOfFollowUp = 0.12;

    // A heading that asks the same thing is evidence by itself.
    private const double EnoughAsked = 0.55;

    private const double ClearlyAsked = 0.75;

    /// <summary>How many of what the search finds are ordered once more.</summary>
    public const int Depth = 24;
    private const int DepthWithCondition = 150;

    public static Answer? Compose(Question question, KnowledgeSnapshot knowledge)
    {
        IReadOnlyList<Question> parts = question.Parts.Count > 0 && !IsAskedAsOne(question, knowledge) ? question.Parts : [question];
        var found = parts.Select(part => new AnswerPart(part, Candidates(part, knowledge))).Where(p => p.Candidates.Count > 0 && IsNear(p.Question, p.Candidates[0])).ToList();
        if (found.Count == 0)
        {
            return null;
        }
        using var step = Telemetry.Step("compose");
        var answer = QuotingComposer.Compose(question, found, knowledge);
        if (!CitationCheck.Holds(answer, knowledge))
        {
            return null;
        }
        var isSure = found.Any(p => Carries(p.Question, p.Candidates[0]));
        var open = found.Count < parts.Count ? "\n\n" + Phrases.OtherPartOpen(question.Language) : "";
        return isSure && open.Length == 0 ? answer : answer with
        {
            Text = (isSure ? "" : Phrases.Nearest(question.Language) + "\n\n") + answer.Text + open,
            Caveat = true,
            OffersConsultation = true,
        };
    }

    // What looks like two questions may be the very one that a section answers ("AとBは同じか").
    private static bool IsAskedAsOne(Question question, KnowledgeSnapshot knowledge) =>
        question.Parts.All(part => AskedForOf.Question(part.Text.Split('\n', 2)[0]).HasFlag(AskedFor.Difference)) && Candidates(question, knowledge) is [{ Asked: >= ClearlyAsked } best, ..]
        && AskedForOf.Question(best.Passage.Heading).HasFlag(AskedFor.Difference);

    /// <summary>Whether the candidate speaks of enough of the question to be quoted for it.</summary>
    public static bool Carries(Question question, Candidate candidate) =>
        candidate.Coverage >= (question.Context is null ? EnoughCoverage : EnoughCoverageOfFollowUp) || candidate.Asked >= EnoughAsked;

    private static bool IsNear(Question question, Candidate candidate) =>
        candidate.Asked >= EnoughAsked
        || (candidate.Coverage >= (question.Context is null ? NearCoverage : NearCoverageOfFollowUp) && !question.Words.TopicIsUnknown);

    /// <summary>What the search finds, best answer first.</summary>
    public static IReadOnlyList<Candidate> Candidates(Question question, KnowledgeSnapshot knowledge, Func<Passage, bool>? where = null)
    {
        using var step = Telemetry.Step("search");
        // The search knows no conditions: what must meet one is looked for deeper.
        var hits = knowledge.Search.Search(question.Text, where is null ? Depth : DepthWithCondition);
        return Relevance.Order(question, where is null ? hits : [.. hits.Where(h => where(h.Passage)).Take(Depth)], knowledge.Words);
    }
}
