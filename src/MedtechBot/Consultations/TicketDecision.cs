namespace MedtechBot.Consultations;

/// <summary>What is to happen, or why it may not; neither when it has happened already.</summary>
public sealed record TicketDecision(TicketEvent? Happens, Refusal? Refused)
{
    public static TicketDecision Nothing { get; } = new(null, null);
}

public enum RefusalReason
{
    /// <summary>It is closed.</summary>
    Completed,

    HeldByOther,
    NotTaken,
    ChangedMeanwhile,

    /// <summary>From where the ticket stands, this is no next step.</summary>
    NotNow,

    /// <summary>Nothing was written to the asker yet that it could end with.</summary>
    NoReplyYet,

    /// <summary>It rests on a consent of which nothing was written down.</summary>
    ConsentMissing,

    /// <summary>The asker named them among those who must not see it.</summary>
    NamedCompetitor,

    /// <summary>It was closed too long ago to go on with.</summary>
    TooLate,
}

/// <param name="Holder">The coordinator in charge, if there is one.</param>
public sealed record Refusal(RefusalReason Reason, string? Holder);
