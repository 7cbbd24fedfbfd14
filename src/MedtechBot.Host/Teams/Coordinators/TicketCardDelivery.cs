using System.Net;
using System.Text.Json.Nodes;
using MedtechBot.Consultations;
using MedtechBot.Deliveries;
using MedtechBot.Storage;
using MedtechBot.Teams.Coordinators;
using Microsoft.EntityFrameworkCore;

namespace MedtechBot.Host.Teams.Coordinators;

/// <summary>
/// Posts the card of a ticket in a channel, or changes the one that is there. It shows the ticket as it is when it leaves, so what
/// happens in quick succession makes one change.
/// </summary>
internal sealed class TicketCardDelivery(
    IDbContextFactory<MedtechBotContext> database, TicketStore tickets, TicketCards cards, ConnectorClient connector, ConnectorSettings settings, TimeProvider time) : IDelivery
{
    // The bot was removed from the team, or the channel is no more: whoever wants cards there connects it again.
    private static readonly string[] Lost = ["BotNotInConversationRoster", "ConversationNotFound"];

    public string Kind => OutboxKinds.TeamsCard;

    public bool KnowsRepeats => false;

    public TimeSpan FirstWait => TimeSpan.FromSeconds(1);

    public async Task<DeliveryOutcome> DeliverAsync(OutboxRow row, CancellationToken cancellation)
    {
        var parcel = ChannelParcel.Read(row.Payload);
        await using var context = await database.CreateDbContextAsync(cancellation);
        if (await context.Set<DeskChannelRow>().AsNoTracking().SingleOrDefaultAsync(c => c.Id == parcel.Channel, cancellation) is not { } channel)
        {
            // Disconnected meanwhile.
            return DeliveryOutcome.Delivered;
        }
        if (ConnectorPlace.Of(channel.ServiceUrl, channel.TeamsId, settings) is not { } place)
        {
            return DeliveryOutcome.Refused("service-url");
        }
        if (parcel.Gone is { } gone)
        {
            var answer = await connector.DeleteAsync(place, gone, cancellation);
            return answer.Status == HttpStatusCode.NotFound ? DeliveryOutcome.Delivered : answer.Outcome;
        }
        if (!TicketNumber.TryParse(parcel.Ticket, out var number) || await tickets.FindAsync(number, cancellation) is not { } ticket)
        {
            return DeliveryOutcome.Delivered;
        }
        var shown = await context.Set<TicketCardRow>().AsNoTracking().SingleOrDefaultAsync(c => c.DeskChannelId == channel.Id && c.Ticket == number.Value, cancellation);
        return shown is null ? await PostAsync(place, channel, ticket, cancellation)
            : shown.Version >= ticket.Version ? DeliveryOutcome.Delivered
            : await ChangeAsync(context, place, channel, shown, ticket, cancellation);
    }

    private async Task<DeliveryOutcome> PostAsync(ConnectorPlace place, DeskChannelRow channel, Ticket ticket, CancellationToken cancellation)
    {
        // The first word about a matter that is over already helps nobody.
        if (ticket.IsClosed)
        {
            return DeliveryOutcome.Delivered;
        }
        var answer = await connector.SendAsync(place, await ActivityAsync(channel, ticket, cancellation), cancellation);
        if (answer.Outcome is { Result: DeliveryResult.Refused, Code: { } code } && Lost.Any(l => code.EndsWith(l, StringComparison.Ordinal)))
        {
            await using var context = await database.CreateDbContextAsync(cancellation);
            await context.Set<DeskChannelRow>().Where(c => c.Id == channel.Id).ExecuteDeleteAsync(cancellation);
            return DeliveryOutcome.Delivered;
        }
        return answer is { Outcome.Result: DeliveryResult.Delivered, Id: { } id }
            ? answer.Outcome with { Receipt = new TicketCardRow { DeskChannelId = channel.Id, Ticket = ticket.Number.Value, TeamsId = id, Version = ticket.Version, At = time.GetUtcNow() } }
            : answer.Outcome;
    }

    private async Task<DeliveryOutcome> ChangeAsync(
        MedtechBotContext context, ConnectorPlace place, DeskChannelRow channel, TicketCardRow shown, Ticket ticket, CancellationToken cancellation)
    {
        var activity = await ActivityAsync(channel, ticket, cancellation);
        activity["id"] = shown.TeamsId;
        var answer = await connector.UpdateAsync(place, shown.TeamsId, activity, cancellation);
        var same = context.Set<TicketCardRow>().Where(c => c.DeskChannelId == shown.DeskChannelId && c.Ticket == shown.Ticket);
        if (answer.Status == HttpStatusCode.NotFound)
        {
            // Somebody deleted it; an open matter is posted once more.
            await same.ExecuteDeleteAsync(cancellation);
            return await PostAsync(place, channel, ticket, cancellation);
        }
        if (answer.Outcome.Result == DeliveryResult.Delivered)
        {
            await same.ExecuteUpdateAsync(set => set.SetProperty(c => c.Version, ticket.Version).SetProperty(c => c.At, time.GetUtcNow()), cancellation);
        }
        return answer.Outcome;
    }

    private async Task<JsonObject> ActivityAsync(DeskChannelRow channel, Ticket ticket, CancellationToken cancellation)
    {
        var card = await cards.DrawAsync(ticket, channel.TenantId, cancellation: cancellation);
        return new JsonObject
        {
            ["type"] = "message",
            ["from"] = new JsonObject { ["id"] = channel.BotId },
            ["conversation"] = new JsonObject { ["id"] = channel.TeamsId },
            ["summary"] = (string)card["fallbackText"]!,
            ["attachments"] = new JsonArray(new JsonObject { ["contentType"] = CardAnswer.CardType, ["content"] = card }),
        };
    }
}
