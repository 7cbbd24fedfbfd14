using MedtechBot.Channels;
using MedtechBot.Consultations;
using MedtechBot.Host.Askers;

namespace MedtechBot.Host.AskerPages;

/// <summary>Which ticket somebody may open: their own by the asker's cookie, or the one of a private link. Others do not exist for them.</summary>
internal sealed class TicketDoor(AskerIdentity askers, Conversations conversations, TicketStore tickets, AskerLinks links)
{
    /// <param name="key">A ticket's number, or the token of a private link.</param>
    /// <param name="byLink">Whether it is a token.</param>
    public async Task<Ticket?> OpenAsync(HttpContext http, string key, bool byLink)
    {
        var cancellation = http.RequestAborted;
        if (byLink)
        {
            return await links.ReadAsync(key, cancellation) is { } linked ? await tickets.FindAsync(linked, cancellation) : null;
        }
        if (askers.Find(http) is not { } asker || !TicketNumber.TryParse(key, out var number) || await tickets.FindAsync(number, cancellation) is not { } ticket)
        {
            return null;
        }
        return (await conversations.FindAsync(ticket.ConversationId, cancellation))?.AskerId == asker ? ticket : null;
    }

    public async Task<IReadOnlyList<Ticket>> ListAsync(HttpContext http) => askers.Find(http) is { } asker
        ? await tickets.ListOfConversationsAsync([.. (await conversations.ListForAskerAsync(asker, http.RequestAborted)).Select(c => c.Id)], http.RequestAborted)
        : [];
}
