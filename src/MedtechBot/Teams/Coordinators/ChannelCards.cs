using System.Text.Json;
using MedtechBot.Consultations;
using MedtechBot.Deliveries;
using MedtechBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace MedtechBot.Teams.Coordinators;

/// <summary>Has the card of a ticket posted in each channel that it concerns, and changed whenever something happens to the ticket.</summary>
public static class ChannelCards
{
    /// <summary>What leaves since the last thing happened to the ticket.</summary>
    public static IEnumerable<OutboxMessage> Of(MedtechBotContext context, Ticket ticket)
    {
        var (number, prefecture) = (ticket.Number.Value, ticket.Details.Prefecture);
        var channels = context.Set<DeskChannelRow>()
            .Where(c => c.Region == null || c.Region == prefecture || context.Set<TicketCardRow>().Any(k => k.DeskChannelId == c.Id && k.Ticket == number))
            .Select(c => c.Id).ToList();
        return channels.Select(id => new ChannelParcel(id, number).ToOutbox($"{number}:{ticket.Version}/{id}"));
    }

    /// <summary>Has the cards of a ticket that is erased taken out of their channels.</summary>
    public static async Task<IReadOnlyList<OutboxMessage>> OfGoneAsync(MedtechBotContext context, string number, CancellationToken cancellation)
    {
        var cards = await context.Set<TicketCardRow>().AsNoTracking().Where(c => c.Ticket == number).ToListAsync(cancellation);
        // Nothing of it names the ticket, so that it is not taken for one of those that are erased with it.
        return [.. cards.Select(c => new ChannelParcel(c.DeskChannelId, null, c.TeamsId).ToOutbox($"gone/{c.DeskChannelId}/{c.TeamsId}"))];
    }
}

/// <summary>What the outbox keeps of a card: where, and of which ticket; what it shows is read when it leaves.</summary>
/// <param name="Gone">The card of a ticket that is no more, to be taken out.</param>
public sealed record ChannelParcel(string Channel, string? Ticket, string? Gone = null)
{
    /// <exception cref="JsonException">That is no such payload.</exception>
    public static ChannelParcel Read(string payload) => JsonSerializer.Deserialize<ChannelParcel>(payload, JsonSerializerOptions.Web) ?? throw new JsonException();

    // One card after the other in each thread, and none waits for those of other tickets.
    internal OutboxMessage ToOutbox(string key) =>
        new(OutboxKinds.TeamsCard, key, $"{Channel}/{Ticket ?? Gone}", JsonSerializer.Serialize(this, JsonSerializerOptions.Web));
}
