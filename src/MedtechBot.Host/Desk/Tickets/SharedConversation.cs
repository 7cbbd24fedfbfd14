using MedtechBot.Channels;
using MedtechBot.Consultations;
using MedtechBot.Coordination;
using MedtechBot.People;

namespace MedtechBot.Host.Desk.Tickets;

/// <summary>
/// What whoever reads a ticket sees of the conversation it came out of: nothing of other tickets of the same asker which they
/// may not read, and without consent to share it only what was sent with the ticket itself.
/// </summary>
internal sealed class SharedConversation
{
    private readonly Ticket _ticket;
    private readonly IReadOnlyList<Ticket> _hidden;

    private SharedConversation(Ticket ticket, IReadOnlyList<Ticket> hidden) => (_ticket, _hidden) = (ticket, hidden);

    public static async Task<SharedConversation> OfAsync(IServiceProvider services, Ticket ticket, Person person, CancellationToken cancellation)
    {
        var (reader, conversations) = (person.AsReader(), services.GetRequiredService<Conversations>());
        // All of the asker's, since one can be written to by its number in any of their conversations.
        var asker = (await conversations.FindAsync(ticket.ConversationId, cancellation))?.AskerId;
        var own = asker is null ? [] : await conversations.ListForAskerAsync(asker, cancellation);
        var tickets = await services.GetRequiredService<TicketStore>().ListOfConversationsAsync([ticket.ConversationId, .. own.Select(c => c.Id)], cancellation);
        return new SharedConversation(ticket, [.. tickets.Where(t => t.Number != ticket.Number && reader.SightOf(t) != TicketSight.Full)]);
    }

    public bool Shows(Activity activity) => _ticket.Details.SharesTranscript && !_hidden.Any(t => IsOf(t, activity));

    // Whatever was given with the ticket itself, by its number also from another conversation of the asker's.
    public bool Shows(UploadRow upload) => _ticket.HasFile(upload.Id)
        || (_ticket.Details.SharesTranscript && upload.ConversationId == _ticket.ConversationId && !_hidden.Any(t => t.HasFile(upload.Id)));

    // What the bot says of tickets names them, where they stand among others as well.
    private static bool IsOf(Ticket ticket, Activity activity) => activity.Outgoing is { } said
        ? said.Ticket == ticket.Number.Value || said.Text.Contains(ticket.Number.Value, StringComparison.Ordinal)
        : ticket.History.OfType<AskerWrote>().Any(w => w.MessageId == activity.Id);
}
