namespace MedtechBot.Consultations;

/// <summary>What is measured of tickets once it is committed.</summary>
internal static class TicketMeasures
{
    private const string NoTopic = "none";

    public static void Count(Ticket ticket)
    {
        var topic = ticket.Route?.Topics.FirstOrDefault() ?? NoTopic;
        switch (ticket.History[^1])
        {
            case TicketOpened:
                Telemetry.TicketOpened(topic);
                break;
            case ReplyWritten reply when reply.At == ticket.FirstReplyAt:
                Telemetry.FirstReplyWritten(reply.At - ticket.OpenedAt);
                break;
            case TicketClosed or TicketWithdrawn or SolutionConfirmed { IsSolved: true } when ticket.Outcome is { } outcome:
                Telemetry.TicketClosed(topic, outcome.Code());
                break;
        }
    }
}
