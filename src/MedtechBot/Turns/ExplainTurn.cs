using MedtechBot.Answers;
using MedtechBot.Knowledge;
using MedtechBot.Knowledge.Search;

namespace MedtechBot.Turns;

/// <summary>Why a question is answered from the passages that it is answered from: the same steps as in a turn, with what each of them found.</summary>
public static class ExplainTurn
{
    /// <param name="passages">At most so many of the best are told of.</param>
    public static ExplainedTurn Of(Turn turn, KnowledgeSnapshot knowledge, DateOnly today, int passages)
    {
        var screened = turn.Screened ?? Screened.Of(turn.Question);
        var question = Understanding.Of(turn with { Question = screened.Text }, knowledge, today);
        IReadOnlyList<Question> asked = screened.Limit is { } limit ? limit.General is null ? [] : [question.About(limit.General, knowledge)]
            : question.Parts.Count > 0 ? question.Parts : [question];
        return new ExplainedTurn(question.Text, question.Written, question.ReadAs, screened.Limit?.Name, [.. asked.Select(part => Of(part, knowledge, passages))]);
    }

    private static ExplainedQuestion Of(Question question, KnowledgeSnapshot knowledge, int passages)
    {
        var ordered = AnswerComposer.Candidates(question, knowledge);
        ExplainedCandidate[] best = [.. ordered.Take(passages).Select((c, i) => new ExplainedCandidate(
            i + 1, c.Passage.Id, c.Passage.DocumentTitle, c.Passage.Heading, c.Score, c.Parts, c.Coverage, c.Asked, AnswerComposer.Carries(question, c)))];
        var search = knowledge.Search.Explain(question.Text, AnswerComposer.Depth);
        var ids = best.Select(c => c.Id).ToHashSet();
        return new ExplainedQuestion(question.Text, search is null ? null : search with { Passages = [.. search.Passages.Where(p => ids.Contains(p.Id))] }, best);
    }
}

/// <param name="Understood">The question with what it refers to filled in.</param>
/// <param name="Written">What was typed in kana, written with the words of the knowledge base; null when it was not.</param>
/// <param name="Corrected">What was put right in its writing.</param>
/// <param name="Limit">The limit that it meets; null for none. Then <paramref name="Questions"/> is what is said in general beside it.</param>
/// <param name="Questions">The questions that make it up.</param>
public sealed record ExplainedTurn(
    string Understood, string? Written, IReadOnlyList<Correction> Corrected, string? Limit, IReadOnlyList<ExplainedQuestion> Questions);

/// <param name="Search">Why the search found the passages; null from an engine that cannot tell.</param>
/// <param name="Passages">In the order of the answer, which looks at the evidence once more.</param>
public sealed record ExplainedQuestion(string Text, Explanation? Search, IReadOnlyList<ExplainedCandidate> Passages)
{
    /// <summary>What the search has to say for a passage.</summary>
    public ExplainedPassage? Found(PassageId id) => Search?.Passages.FirstOrDefault(p => p.Id == id);
}

/// <summary>A passage where the answer's own ordering put it.</summary>
/// <param name="Place">From 1.</param>
/// <param name="Score">The parts added up.</param>
/// <param name="Coverage">The share of the question that it speaks of, 0 to 1.</param>
/// <param name="Resemblance">How closely a heading resembles the question, 0 to 1.</param>
/// <param name="Carries">It speaks of enough of the question to be quoted without reserve.</param>
public sealed record ExplainedCandidate(
    int Place, PassageId Id, string Title, string Heading, double Score, RelevanceParts Parts, double Coverage, double Resemblance, bool Carries);
