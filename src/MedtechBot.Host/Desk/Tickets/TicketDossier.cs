using MedtechBot.Channels;
using MedtechBot.Consultations;
using MedtechBot.Consultations.Promises;
using MedtechBot.Consultations.Routing;
using MedtechBot.Consultations.Similar;
using MedtechBot.Coordination;
using MedtechBot.Deliveries;
using MedtechBot.Host.Attachments;
using MedtechBot.Host.Desk.Sources;
using MedtechBot.Knowledge;
using MedtechBot.People;
using MedtechBot.Turns;

namespace MedtechBot.Host.Desk.Tickets;

/// <summary>What a ticket's page shows. The conversation before it only where the asker agreed.</summary>
public sealed record TicketDossier
{
    private const int LongestTranscript = 200;

    // Why a passage was chosen is looked up of the last answers alone: those are what the ticket came of.
    private const int MostExplained = 3;

    public required Ticket Ticket { get; init; }
    public required DateTimeOffset Now { get; init; }

    /// <summary>Null where nothing was promised.</summary>
    public required PromiseStanding? Promise { get; init; }

    /// <summary>Where the matter could go on; null once it is closed.</summary>
    public required RoutingProposal? Proposal { get; init; }

    /// <summary>The names of topics by their codes.</summary>
    public required IReadOnlyDictionary<string, string> Topics { get; init; }

    public required Colleagues Colleagues { get; init; }
    public required IReadOnlyList<SuggestedPassage> Passages { get; init; }
    public required IReadOnlyList<SimilarTicket> Similar { get; init; }
    public IReadOnlyList<Activity> Transcript { get; init; } = [];
    public IReadOnlyList<BotTurn> Turns { get; init; } = [];
    public IReadOnlyList<UploadRow> Files { get; init; } = [];

    /// <summary>What was to tell of the ticket and did not arrive.</summary>
    public IReadOnlyList<UndeliveredMessage> Undelivered { get; init; } = [];

    public static async Task<TicketDossier> ReadAsync(IServiceProvider services, Ticket ticket, Person person, CancellationToken cancellation)
    {
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        var rules = services.GetRequiredService<Func<DeskRules>>()();
        var knowledge = services.GetRequiredService<Func<KnowledgeSnapshot>>()();
        var shared = await SharedConversation.OfAsync(services, ticket, person, cancellation);
        var dossier = new TicketDossier
        {
            Ticket = ticket,
            Now = now,
            Promise = ticket.Standing(now, rules.Calendar, services.GetRequiredService<PromiseTerms>()),
            Proposal = ticket.IsClosed ? null : services.GetRequiredService<DeskTriage>().Propose(ticket),
            Topics = rules.Routing.TopicNames,
            Colleagues = await Colleagues.ReadAsync(services.GetRequiredService<Accounts>(), cancellation),
            Passages = PassageSuggestions.WithWhy(ticket.Summary, knowledge),
            Undelivered = await services.GetRequiredService<Undelivered>().ListAsync(ticket.Number.Value, cancellation),
            Similar = await services.GetRequiredService<SimilarTickets>().FindAsync(ticket, person.AsReader(), cancellation),
            Files = [.. (await services.GetRequiredService<Uploads>().ListAsync(ticket.ConversationId, cancellation)).Where(shared.Shows)],
        };
        if (!ticket.Details.SharesTranscript)
        {
            return dossier;
        }
        var said = await services.GetRequiredService<Conversations>().ReadAsync(ticket.ConversationId, -1, cancellation);
        var turns = await services.GetRequiredService<TurnLog>().ListAsync(ticket.ConversationId, cancellation);
        return dossier with
        {
            Transcript = [.. said.Where(shared.Shows).TakeLast(LongestTranscript)],
            Turns = [.. turns.Select((turn, i) => BotTurn.Of(turn, said, knowledge, turns.Count - i <= MostExplained ? [.. turns.Take(i)] : null))],
        };
    }
}
