using MedtechBot.Answers;
using MedtechBot.Consultations.Promises;
using MedtechBot.Consultations.Routing;
using MedtechBot.Knowledge;

namespace MedtechBot.Consultations;

/// <summary>Sorts what comes in by the desk's rules, and says where its promises stand.</summary>
public sealed class DeskTriage(Func<DeskRules> rules, Func<KnowledgeSnapshot> knowledge, PromiseTerms terms)
{
    /// <summary>Who should have it, with doors elsewhere, organisations and experts; for whoever decides.</summary>
    /// <param name="added">What the asker wrote later; it tells less than the matter itself.</param>
    public RoutingProposal Propose(string summary, IntakeDetails details, DateTimeOffset now, IReadOnlyList<string>? added = null)
    {
        var current = rules();
        var facts = details.ForTriage(summary, JapaneseDay.Of(now)) with { Turns = added ?? [] };
        return Triage.Propose(facts, current.Routing, knowledge(), current.Calendar);
    }

    /// <summary>As the ticket stands now, with all that its asker wrote.</summary>
    public RoutingProposal Propose(Ticket ticket) =>
        Propose(ticket.Summary, ticket.Details, ticket.OpenedAt, [.. ticket.History.OfType<AskerWrote>().Select(w => w.Text)]);

    internal TicketRouted Route(TicketOpened opened)
    {
        var proposal = Propose(opened.Summary, opened.Details ?? new IntakeDetails(), opened.At);
        return new TicketRouted(
            opened.At,
            [.. proposal.Topics.Select(t => t.Id)],
            proposal.Urgency.ToString(),
            proposal.PromisedDays,
            proposal.Desks[0].Name,
            proposal.Organisations.Count > 0 ? proposal.Organisations[0].Region : null,
            [.. proposal.Reasons.Select(r => r.In(Language.Japanese))],
            new Promise(opened.At, proposal.PromisedDays).FirstDue(rules().Calendar, terms));
    }

    /// <summary>The code of a topic that may be said by its name.</summary>
    internal string CodeOf(string topic) => rules().Routing.CodeOf(topic);

    /// <summary>As it would be kept today: older versions kept topics by their names.</summary>
    internal TicketEvent Current(TicketEvent happened) =>
        happened is TicketRouted routed ? routed with { Topics = [.. routed.Topics.Select(CodeOf)] } : happened;

    /// <summary>Null where nothing was promised.</summary>
    public PromiseStanding? Standing(Ticket ticket, DateTimeOffset now) => ticket.Standing(now, rules().Calendar, terms);

    /// <summary>What has become due with a ticket and has not been noted yet.</summary>
    public IReadOnlyList<PromiseStep> Due(Ticket ticket, DateTimeOffset now) => [.. Ahead(ticket, now).Where(s => s.At <= now)];

    /// <summary>When something may be due next: at the latest tomorrow, since closing days and settings may change. Null once it is closed.</summary>
    internal DateTimeOffset? LookAt(Ticket ticket, DateTimeOffset now) =>
        ticket.IsClosed ? null : Ahead(ticket, now).Select(s => s.At).Append(now.AddDays(1)).Min();

    internal DateTimeOffset? DueAt(Ticket ticket, DateTimeOffset now) =>
        Standing(ticket, now) is { State: PromiseState.OnTime or PromiseState.DueSoon or PromiseState.Overdue } standing ? standing.DueAt : null;

    private IEnumerable<PromiseStep> Ahead(Ticket ticket, DateTimeOffset now)
    {
        var promise = Standing(ticket, now);
        return (promise?.Steps ?? []).Concat(ticket.StaleSteps(promise, rules().Calendar, terms)).Where(s => !PromiseRules.IsTaken(ticket, s));
    }
}
