using System.Text.Json.Nodes;
using MedtechBot.Answers;
using MedtechBot.Consultations;
using MedtechBot.Consultations.Promises;
using MedtechBot.Coordination.Notices;
using MedtechBot.Host.Desk;
using MedtechBot.People;
using MedtechBot.Teams.Coordinators;

namespace MedtechBot.Host.Teams.Coordinators;

/// <summary>Draws the card of a ticket as it stands now.</summary>
internal sealed class TicketCards(TeamsLinks links, DeskTriage triage, Func<DeskRules> rules, DeskLink page, TimeProvider time)
{
    // More than this Teams does not take.
    private const int MostViews = 60;

    /// <param name="viewer">Null for what everybody in the channel sees.</param>
    /// <param name="notice">What became of what the viewer wanted.</param>
    public async Task<JsonObject> DrawAsync(
        Ticket ticket, string tenantId, Person? viewer = null, string? notice = null, bool isRefusal = false, JsonObject? typed = null, CancellationToken cancellation = default)
    {
        var names = rules().Routing.TopicNames;
        return TicketCard.Of(new TicketCardView(
            ticket,
            [.. (ticket.Route?.Topics ?? []).Select(t => names.GetValueOrDefault(t, t))],
            triage.Standing(ticket, time.GetUtcNow()) is { } promise ? $"{PromiseWords.By(promise.Due, promise.IsApproximate, Language.Japanese)}・{DeskWords.Of(promise.State)}" : null,
            page(ticket.Number.Value),
            await links.ListCoordinatorsAsync(tenantId, ticket.Holder, MostViews, cancellation))
        {
            Viewer = viewer,
            Notice = notice,
            IsRefusal = isRefusal,
            Typed = typed,
        });
    }
}
