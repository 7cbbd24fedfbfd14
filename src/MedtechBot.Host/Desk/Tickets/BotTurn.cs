using MedtechBot.Answers;
using MedtechBot.Channels;
using MedtechBot.Knowledge;
using MedtechBot.Turns;

namespace MedtechBot.Host.Desk.Tickets;

/// <summary>What the bot made of a question: what it retrieved, and why it called for a person.</summary>
/// <param name="Reason">Null unless it escalated.</param>
public sealed record BotTurn(string Question, string Understood, OutcomeKind Outcome, EscalationReason? Reason, IReadOnlyList<FoundPassage> Passages, DateTimeOffset At)
{
    public static BotTurn Of(TurnRow row, IReadOnlyList<Activity> said, KnowledgeSnapshot knowledge) => new(
        row.Question, row.Understood, row.Outcome,
        said.FirstOrDefault(a => a.Outgoing?.TurnId == row.Id)?.Outgoing!.Answer?.Escalation,
        [.. row.PassageIds.Select(id => new PassageId(id)).Select(id => new FoundPassage(id, knowledge.FindPassage(id)?.Heading ?? id.Value))],
        row.At);
}

/// <param name="Heading">The id itself where the passage is no longer there.</param>
public sealed record FoundPassage(PassageId Id, string Heading);
