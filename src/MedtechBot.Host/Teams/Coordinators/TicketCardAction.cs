using System.Text.Json;
using System.Text.Json.Nodes;
using MedtechBot.Consultations;
using MedtechBot.Coordination;
using MedtechBot.Host.Desk;
using MedtechBot.People;
using MedtechBot.Teams;
using MedtechBot.Teams.Coordinators;

namespace MedtechBot.Host.Teams.Coordinators;

/// <summary>
/// A button of a ticket's card. Who pressed it is whom the checked activity names, and what they may do is what their account may do at
/// the desk; nothing that the card carries says so.
/// </summary>
internal sealed class TicketCardAction(TeamsLinks links, TicketStore tickets, TicketCards cards, CardVerbsAtWork verbs, AuditLog audit)
{
    public async Task<InvokeAnswer> AnswerAsync(TeamsActivity activity, string verb, JsonObject data, CancellationToken cancellation)
    {
        if (CardVerb.Of(verb) is not { } known || !TicketNumber.TryParse(TextIn(data, "ticket"), out var number) || VersionIn(data) is not { } version)
        {
            return InvokeAnswer.BadRequest;
        }
        if (await links.FindAsync(TeamsIdentity.Of(activity), cancellation) is not { } person)
        {
            return CardAnswer.Message(CoordinatorWords.NotTied);
        }
        var pressed = new PressedButton(person, number, verb, version, data);
        var ticket = await tickets.FindAsync(number, cancellation);
        var sight = ticket is null ? TicketSight.None : person.AsReader().SightOf(ticket);
        if (sight == TicketSight.None)
        {
            await NoteAsync(known, pressed, AuditOutcome.Refused);
            return CardAnswer.Message(CoordinatorWords.NotFound);
        }
        var (after, notice, refused) = known.RefusalOf(person, ticket!, sight) is { } wrong ? (ticket!, wrong, true) : await verbs.DoAsync(pressed, ticket!, cancellation);
        await NoteAsync(known, pressed, refused ? AuditOutcome.Refused : AuditOutcome.Done);
        // What was just written may have taken the ticket out of their sight.
        return person.AsReader().SightOf(after) == TicketSight.None
            ? CardAnswer.Message(CoordinatorWords.NotFound)
            : CardAnswer.Card(await cards.DrawAsync(after, activity.TenantId, person, notice, refused, refused ? data : null, cancellation));
    }

    // Noted also when the client has gone away: it may have seen enough.
    private Task NoteAsync(CardVerb verb, PressedButton pressed, AuditOutcome outcome) => verb.Audit is not { } action ? Task.CompletedTask
        : audit.AddAsync(new AuditEntry(pressed.By, action) { Ticket = pressed.Number.Value, Outcome = outcome }, CancellationToken.None);

    private static string? TextIn(JsonObject data, string name) => data[name] is JsonValue value && value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : null;

    private static int? VersionIn(JsonObject data) => data["version"] is JsonValue value && value.TryGetValue<int>(out var version) && version > 0 ? version : null;
}

/// <param name="Version">The ticket's version that the card showed.</param>
internal sealed record PressedButton(Person By, TicketNumber Number, string Verb, int Version, JsonObject Data);

/// <summary>Whom a verb is for: the same as at the desk.</summary>
/// <param name="Audit">What the audit log calls it; null for what changes nothing.</param>
internal sealed record CardVerb(string? Audit, Role Role, TicketSight Sight)
{
    public static CardVerb? Of(string verb) => verb switch
    {
        CardVerbs.View => new(null, Role.Expert, TicketSight.Outline),
        CardVerbs.Take => new("took", Role.Coordinator, TicketSight.Outline),
        CardVerbs.Reply => new("replied", Role.Expert, TicketSight.Full),
        CardVerbs.Ask => new("asked-back", Role.Expert, TicketSight.Full),
        CardVerbs.Refer => new("referred", Role.Coordinator, TicketSight.Full),
        CardVerbs.Close => new("closed", Role.Coordinator, TicketSight.Full),
        _ => null,
    };

    /// <summary>Why somebody may not, in words; null when they may. What is secret is not written about where a whole team reads.</summary>
    public string? RefusalOf(Person person, Ticket ticket, TicketSight sight) =>
        !person.May(Role) ? CoordinatorWords.NotAllowed
        : sight < Sight || (Sight == TicketSight.Full && ticket.Details.IsConfidential) ? CoordinatorWords.Confidential
        : null;
}
