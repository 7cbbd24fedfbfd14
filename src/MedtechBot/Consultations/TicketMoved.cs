namespace MedtechBot.Consultations;

/// <summary>That a ticket changed, for pages that are open; nothing of what it says.</summary>
public sealed record TicketMoved(string Number, int Version, IReadOnlyList<string> SharedWith)
{
    /// <summary>Whether the reader may know that there is such a ticket.</summary>
    public bool Concerns(TicketReader reader) =>
        reader.Reach != TicketReach.Shared || SharedWith.Contains(reader.Name);
}

/// <summary>What the tickets in somebody's reach can be narrowed down by.</summary>
public sealed record TicketFacets(IReadOnlyList<string> Regions, IReadOnlyList<string> Topics);
