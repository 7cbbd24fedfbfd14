namespace MedtechBot.Consultations;

/// <summary>Who is to do something next.</summary>
public enum MoveOf { Desk, Asker, Elsewhere, Nobody }

/// <summary>A stretch of a ticket's life in which the same side was to do something next.</summary>
/// <param name="LastDone">When the desk last did something in it; where it did nothing, when it began.</param>
/// <param name="Until">Null while it goes on.</param>
public sealed record TicketPhase(MoveOf Move, DateTimeOffset From, DateTimeOffset LastDone, DateTimeOffset? Until = null);

/// <summary>Reads from a ticket's history whose move it was when.</summary>
public static class TicketPhases
{
    /// <summary>Oldest first and without gaps; the last one goes on.</summary>
    public static IReadOnlyList<TicketPhase> Phases(this Ticket ticket)
    {
        var now = Ticket.Replay(ticket.Number, ticket.ConversationId, [.. ticket.History.Take(1)]);
        var phases = new List<TicketPhase> { new(MoveOf.Desk, now.OpenedAt, now.OpenedAt) };
        var isUnanswered = false;
        foreach (var happened in ticket.History.Skip(1))
        {
            var isDone = IsDone(happened, now.Holder);
            now = now.After(happened);
            isUnanswered = happened is AskerWrote or ReferralAnswered
                || (isUnanswered && happened is not (ReplyWritten or AskedBack or TicketReferred or ReferralAdvanced));
            var (move, last) = (Of(now, isUnanswered), phases[^1]);
            if (move != last.Move)
            {
                phases[^1] = last with { Until = happened.At };
                phases.Add(new TicketPhase(move, happened.At, happened.At));
            }
            else if (isDone)
            {
                phases[^1] = last with { LastDone = happened.At };
            }
        }
        return phases;
    }

    private static MoveOf Of(Ticket ticket, bool isUnanswered) => ticket.Status switch
    {
        TicketStatus.Waiting => MoveOf.Asker,
        TicketStatus.Referred when !isUnanswered => MoveOf.Elsewhere,
        TicketStatus.Answered or TicketStatus.OutOfScope or TicketStatus.Completed => MoveOf.Nobody,
        _ => MoveOf.Desk,
    };

    // What others add or the product notes itself is nothing that whoever is in charge has done.
    private static bool IsDone(TicketEvent happened, string? holder) => happened switch
    {
        NoteWritten note => holder is null || note.By == holder,
        MarkedConfidential { By: null } or AskerEmailChanged { By: null } or AskerWrote or ReferralAnswered or TicketWithdrawn or SolutionConfirmed or TicketRated or HolderReminded or PromiseMissed or TicketWentStale => false,
        _ => true,
    };
}
