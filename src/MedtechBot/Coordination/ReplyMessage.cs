using MedtechBot.Answers;
using MedtechBot.Channels;
using MedtechBot.Consultations;

namespace MedtechBot.Coordination;

/// <summary>A coordinator's reply as the asker reads it in the conversation.</summary>
public static class ReplyMessage
{
    public static OutgoingMessage Of(Ticket ticket, ReplyWritten reply) => new()
    {
        DeliveryKey = "reply-to-ticket:" + ticket.Number + ":" + reply.ReplyId,
        SpokenBy = reply.By,
        Text = (ticket.Language == Language.English
            ? $"**Reply to your consultation {ticket.Number}**"
            : $"**{ticket.Number} への回答**")
            + "\n\n" + PlainMarkdown.Of(reply.Text),
    };
}
