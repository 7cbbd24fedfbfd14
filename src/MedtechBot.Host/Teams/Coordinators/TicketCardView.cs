using System.Text.Json.Nodes;
using MedtechBot.Consultations;
using MedtechBot.People;

namespace MedtechBot.Host.Teams.Coordinators;

/// <summary>What the card of a ticket shows, and to whom.</summary>
/// <param name="Topics">What it is about, in words.</param>
/// <param name="Due">Where its promise stands, in words; null where nothing is promised.</param>
/// <param name="Page">The ticket's page at the desk.</param>
/// <param name="UserIds">Whose clients ask for a view of their own.</param>
internal sealed record TicketCardView(Ticket Ticket, IReadOnlyList<string> Topics, string? Due, Uri Page, IReadOnlyList<string> UserIds)
{
    /// <summary>Null for what everybody in the channel sees.</summary>
    public Person? Viewer { get; init; }

    /// <summary>What became of what the viewer wanted; null when they only look.</summary>
    public string? Notice { get; init; }

    public bool IsRefusal { get; init; }

    /// <summary>What the viewer typed and what was not done, so that it is not lost.</summary>
    public JsonObject? Typed { get; init; }

    public bool IsHolder => Viewer is not null && Viewer.Name == Ticket.Holder;
}
