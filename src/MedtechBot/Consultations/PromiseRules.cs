using MedtechBot.Consultations.Promises;

namespace MedtechBot.Consultations;

/// <summary>What the product itself does to a ticket as time goes by, each step once.</summary>
public static class PromiseRules
{
    public static TicketDecision Take(Ticket ticket, PromiseStep step, DateTimeOffset at) => step.Action switch
    {
        _ when ticket.IsClosed || IsTaken(ticket, step) => TicketDecision.Nothing,
        PromiseAction.Reassign => TicketRules.Release(ticket, null, at),
        PromiseAction.Escalate => new TicketDecision(new PromiseMissed(at, step.Key), null),
        PromiseAction.FlagStale => new TicketDecision(new TicketWentStale(at, step.Key), null),
        _ => new TicketDecision(new HolderReminded(at, step.Key), null),
    };

    internal static bool IsTaken(Ticket ticket, PromiseStep step) => ticket.History.Any(e => step.Key == e switch
    {
        HolderReminded reminded => reminded.Step,
        PromiseMissed missed => missed.Step,
        TicketWentStale stale => stale.Step,
        _ => null,
    });
}
