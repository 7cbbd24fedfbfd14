using System.Text.Json.Nodes;
using MedtechBot.Answers;
using MedtechBot.Consultations;
using MedtechBot.Coordination;
using MedtechBot.Host.Desk;
using MedtechBot.Host.Pages;
using MedtechBot.Knowledge;
using MedtechBot.People;
using MedtechBot.Teams.Coordinators;

namespace MedtechBot.Host.Teams.Extension;

/// <summary>Whoever searches from the compose box.</summary>
/// <param name="Identity">Who they are in the directory, as a checked activity says.</param>
/// <param name="Origin">Where links lead, without a slash at the end.</param>
internal sealed record ExtensionVisitor(TeamsIdentity? Identity, Language Language, string Origin);

/// <summary>Searches from the compose box of Teams: the knowledge for everybody, tickets for people of the desk within what they may read.</summary>
internal sealed class ExtensionAnswers(Func<KnowledgeSnapshot> knowledge, TicketStore tickets, TeamsLinks links, AuditLog audit)
{
    /// <returns>Null when the value is no search.</returns>
    public async Task<JsonObject?> SearchAsync(JsonNode? value, ExtensionVisitor visitor, CancellationToken cancellation)
    {
        if (ExtensionQuery.Read(value) is not { } query)
        {
            return null;
        }
        if (query.Command != ExtensionQuery.Tickets)
        {
            return ShowOrSay(visitor, [.. KnowledgeResults.Find(query, knowledge(), visitor.Language, visitor.Origin)]);
        }
        if (await links.FindAsync(visitor.Identity, cancellation) is not { } person)
        {
            return ExtensionShape.Words(visitor.Language.Say(
                "相談を探せるのは、窓口の利用者だけです。利用者の方は、相談デスクの「アカウント」で「Teamsとつなぐ」を押してください。",
                "Consultations can be searched by people of the desk alone. If you are one, tie your account to Teams on the desk's account page."));
        }
        await audit.AddAsync(new AuditEntry(person, query.Words.Length == 0 ? AuditActions.Listed : AuditActions.Searched), CancellationToken.None);
        return ShowOrSay(visitor, await TicketResults.FindAsync(query, tickets, person.AsReader(), visitor.Language, visitor.Origin, cancellation));
    }

    /// <summary>The card of what was chosen; words when it is not there, or not for them.</summary>
    /// <returns>Null when the value is no choice.</returns>
    public async Task<JsonObject?> ChooseAsync(JsonNode? value, ExtensionVisitor visitor, CancellationToken cancellation)
    {
        try
        {
            return value is JsonObject choice ? await ChosenAsync(choice, visitor, cancellation) is { } card ? ExtensionShape.Chosen(card) : Nothing(visitor) : null;
        }
        // An object that names a field twice, or half a character.
        catch (Exception failure) when (failure is ArgumentException or InvalidOperationException)
        {
            return null;
        }
    }

    private async Task<JsonObject?> ChosenAsync(JsonObject choice, ExtensionVisitor visitor, CancellationToken cancellation)
    {
        if (TicketResults.NumberIn(choice) is not { } number)
        {
            return KnowledgeResults.Choose(choice, knowledge(), visitor.Language, visitor.Origin);
        }
        return await links.FindAsync(visitor.Identity, cancellation) is { } person
            && await tickets.FindAsync(number, cancellation) is { } ticket && person.AsReader().SightOf(ticket) == TicketSight.Full
            ? TicketResults.Card(number, ticket.Status, visitor.Language, visitor.Origin)
            : null;
    }

    private static JsonObject ShowOrSay(ExtensionVisitor visitor, IReadOnlyList<ExtensionResult> results) =>
        results.Count > 0 ? ExtensionShape.Of(results) : Nothing(visitor);

    private static JsonObject Nothing(ExtensionVisitor visitor) =>
        ExtensionShape.Words(visitor.Language.Say("見つかりませんでした。別の言葉でお試しください。", "Nothing was found. Please try other words."));
}
