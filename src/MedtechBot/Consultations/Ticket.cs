using MedtechBot.Answers;

namespace MedtechBot.Consultations;

/// <summary>A request to people (相談票), as its events left it.</summary>
public sealed record Ticket
{
    public required TicketNumber Number { get; init; }

    /// <summary>Where the asker reads the reply.</summary>
    public required string ConversationId { get; init; }

    public required string Summary { get; init; }
    public required string? Email { get; init; }
    public required Language Language { get; init; }
    public required DateTimeOffset OpenedAt { get; init; }
    public TicketStatus Status { get; private init; } = TicketStatus.Received;

    /// <summary>The coordinator in charge; null until somebody takes it.</summary>
    public string? Holder { get; private init; }

    /// <summary>Everything that happened, oldest first.</summary>
    public required IReadOnlyList<TicketEvent> History { get; init; }

    /// <summary>Changes with every event; a form that was filled in on an older version is not accepted.</summary>
    public int Version => History.Count;

    /// <exception cref="ArgumentException">The first event does not open a ticket.</exception>
    public static Ticket Replay(TicketNumber number, string conversationId, IReadOnlyList<TicketEvent> events)
    {
        if (events is not [TicketOpened opened, ..])
        {
            throw new ArgumentException("A ticket begins with being opened.", nameof(events));
        }
        var ticket = new Ticket
        {
            Number = number,
            ConversationId = conversationId,
            Summary = opened.Summary,
            Email = opened.Email,
            Language = opened.Language,
            OpenedAt = opened.At,
            History = [opened],
        };
        return events.Skip(1).Aggregate(ticket, (t, e) => t.After(e));
    }

    /// <summary>The ticket once this has happened as well.</summary>
    public Ticket After(TicketEvent happened)
    {
        var next = this with { History = [.. History, happened] };
        return happened switch
        {
            TicketTaken taken => next with { Status = TicketStatus.InProgress, Holder = taken.By },
            ReplyWritten => next with { Status = TicketStatus.Answered },
            TicketClosed => next with { Status = TicketStatus.Completed },
            _ => throw new ArgumentException($"{happened.GetType().Name} cannot happen to an open ticket.", nameof(happened)),
        };
    }
}
