using MedtechBot.Answers;
using MedtechBot.Channels;
using MedtechBot.Knowledge;
using MedtechBot.Knowledge.Search;
using MedtechBot.Turns;

namespace MedtechBot.Host.Desk.Tickets;

/// <summary>What the bot made of a question: what it retrieved, and why it called for a person.</summary>
/// <param name="Reason">Null unless it escalated.</param>
public sealed record BotTurn(string Question, string Understood, OutcomeKind Outcome, EscalationReason? Reason, IReadOnlyList<FoundPassage> Passages, DateTimeOffset At)
{
    /// <param name="before">The turns before it, which it may follow up on; null when nobody asks why.</param>
    public static BotTurn Of(TurnRow row, IReadOnlyList<Activity> said, KnowledgeSnapshot knowledge, IReadOnlyList<TurnRow>? before)
    {
        var questions = before is null || row.PassageIds.Count == 0 || row.Understood.Length == 0 ? []
            : ExplainTurn.Of(new Turn(row.Question, [.. before.Select(t => t.AsPast())]), knowledge, JapaneseDay.Of(row.At), MostPassages).Questions;
        return new BotTurn(
            row.Question, row.Understood, row.Outcome,
            said.FirstOrDefault(a => a.Outgoing?.TurnId == row.Id)?.Outgoing!.Answer?.Escalation,
            [.. row.PassageIds.Select(id => Found(new PassageId(id)))],
            row.At);

        FoundPassage Found(PassageId id) => new(id, knowledge.FindPassage(id)?.Heading ?? id.Value)
        {
            Why = questions.Select(q => q.Found(id)).FirstOrDefault(p => p is not null),
            InAnswer = questions.SelectMany(q => q.Passages).FirstOrDefault(p => p.Id == id),
        };
    }

    // As deep as an answer looks.
    private const int MostPassages = 24;
}

/// <param name="Heading">The id itself where the passage is no longer there.</param>
public sealed record FoundPassage(PassageId Id, string Heading)
{
    /// <summary>Why the search finds it where it does, as the knowledge stands now; null when it does not, or nobody asks.</summary>
    public ExplainedPassage? Why { get; init; }

    /// <summary>Where the answer's own ordering puts it.</summary>
    public ExplainedCandidate? InAnswer { get; init; }
}
