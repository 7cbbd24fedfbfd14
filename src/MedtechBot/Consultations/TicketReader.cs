namespace MedtechBot.Consultations;

/// <summary>How far somebody of the desk sees.</summary>
public enum TicketReach
{
    /// <summary>Experts: what was shared with them.</summary>
    Shared,

    /// <summary>Coordinators: everything but other people's confidential matters.</summary>
    Desk,

    /// <summary>Administrators.</summary>
    Everything,
}

public enum TicketSight
{
    None,

    /// <summary>That there is such a ticket and where it stands, so that somebody can take it; nothing of what it says.</summary>
    Outline,

    Full,
}

/// <summary>Somebody of the desk who wants to read tickets.</summary>
public sealed record TicketReader(string Name, TicketReach Reach)
{
    /// <summary>What this reader may see of a ticket.</summary>
    public TicketSight SightOf(Ticket ticket) => SightOf(ticket.Details.IsConfidential, ticket.Holder, ticket.SharedWith.Contains(Name));

    internal TicketSight SightOf(bool isConfidential, string? holder, bool isShared) => Reach switch
    {
        TicketReach.Everything => TicketSight.Full,
        _ when isShared => TicketSight.Full,
        // Also of what they were in charge of before they became experts.
        TicketReach.Shared => TicketSight.None,
        _ when holder == Name => TicketSight.Full,
        _ => isConfidential ? TicketSight.Outline : TicketSight.Full,
    };
}
