namespace MedtechBot.Consultations;

/// <summary>What is measured of tickets once it is committed.</summary>
internal static class TicketMeasures
{
    private const string NoTopic = "none";

    public static void Opened(Ticket ticket) => Telemetry.TicketOpened(Topic(ticket));

    /// <summary>Counts what happened last.</summary>
    public static void Count(Ticket ticket)
    {
        switch (ticket.History[^1])
        {
            case ReplyWritten reply when reply.At == ticket.FirstReplyAt:
                Telemetry.FirstReplyWritten(reply.At - ticket.OpenedAt);
                break;
            case TicketClosed or TicketWithdrawn or SolutionConfirmed { IsSolved: true } when ticket.Outcome is { } outcome:
                Telemetry.TicketClosed(Topic(ticket), outcome.Code());
                break;
        }
    }

    private static string Topic(Ticket ticket) => ticket.Route?.Topics.FirstOrDefault() ?? NoTopic;
}
