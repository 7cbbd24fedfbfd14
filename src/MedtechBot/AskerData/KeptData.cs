using System.Text.Json.Nodes;
using MedtechBot.Answers;
using MedtechBot.Channels;
using MedtechBot.Consultations;
using MedtechBot.LearningFromUse;
using MedtechBot.Turns;

namespace MedtechBot.AskerData;

/// <summary>All that is kept about one asker, as it is handed out to them. The names in the file stay.</summary>
public sealed record KeptData(DateTimeOffset At, IReadOnlyList<KeptConversation> Conversations)
{
    public IEnumerable<KeptTicket> Tickets => Conversations.SelectMany(c => c.Tickets);

    public IEnumerable<KeptFile> Files => Conversations.SelectMany(c => c.Files);
}

public sealed record KeptConversation(
    string Id,
    string Channel,
    Language? Language,
    DateTimeOffset StartedAt,
    IReadOnlyList<KeptMessage> Messages,
    IReadOnlyList<KeptTurn> Turns,
    IReadOnlyList<KeptTicket> Tickets,
    IReadOnlyList<KeptFile> Files,
    KeptDraft? Draft)
{
    /// <summary>Where it is in Teams, and who the asker is there; null for any other channel.</summary>
    public KeptPlace? Teams { get; init; }

    /// <summary>What the search learned from it.</summary>
    public IReadOnlyList<KeptLearned> Learned { get; init; } = [];
}

/// <param name="Kind">"personal", "groupChat" or "channel".</param>
public sealed record KeptPlace(string Channel, string Tenant, string Conversation, string Kind, string? Team, string User, string? DirectoryId, string? Locale);

/// <summary>A question that was confirmed to be answered by a passage.</summary>
/// <param name="Counts">Whether the search goes by it.</param>
public sealed record KeptLearned(DateTimeOffset At, string Question, string Passage, ConfirmedBy ConfirmedBy, bool Counts);

/// <param name="From">"asker", "bot", or the name of the coordinator.</param>
public sealed record KeptMessage(DateTimeOffset At, string From, string Text, IReadOnlyList<string> Citations, JsonObject? Form);

/// <param name="Understood">The question as it was searched for.</param>
public sealed record KeptTurn(DateTimeOffset At, string Question, string Understood, OutcomeKind Outcome, IReadOnlyList<string> Passages, Reaction? Thumb, string? Comment = null);

public sealed record KeptTicket(string Number, TicketStatus Status, TicketOutcome? Outcome, IntakeDetails Details, bool IsOpen, IReadOnlyList<KeptEvent> Events);

/// <summary>A consultation form that was begun and not sent.</summary>
public sealed record KeptDraft(DateTimeOffset At, string? Summary, string? Email, IntakeDetails Details);

/// <param name="What">"opened", "reply" and the like.</param>
/// <param name="By">Who at the desk did it; null when the asker did, or the product itself.</param>
/// <param name="To">Whom the ticket was shared with or referred to.</param>
public sealed record KeptEvent(DateTimeOffset At, string What, string? By = null, string? Text = null, string? Email = null, string? To = null);

/// <param name="Path">Where it lies in the archive; null when its bytes are gone.</param>
public sealed record KeptFile(string Id, string Name, string ContentType, long Size, DateTimeOffset At, string? Path);
