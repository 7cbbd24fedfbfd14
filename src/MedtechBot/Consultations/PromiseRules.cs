using MedtechBot.Consultations.Promises;

namespace MedtechBot.Consultations;

/// <summary>What the product itself does to a ticket as time goes by, each step once.</summary>
public static class PromiseRules
{
    public static TicketDecision Take(Ticket ticket, PromiseStep step, DateTimeOffset at)
    {
        var isDone = ticket.IsClosed || ticket.History.Any(e => e is HolderReminded r && r.Step == step.Key || e is PromiseMissed m && m.Step == step.Key);
        return step.Action switch
        {
            _ when isDone => TicketDecision.Nothing,
            PromiseAction.Reassign => TicketRules.Release(ticket, null, at),
            PromiseAction.Escalate => new TicketDecision(new PromiseMissed(at, step.Key), null),
            _ => new TicketDecision(new HolderReminded(at, step.Key), null),
        };
    }
}
