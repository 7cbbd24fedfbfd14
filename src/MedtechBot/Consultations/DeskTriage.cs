using MedtechBot.Answers;
using MedtechBot.Consultations.Promises;
using MedtechBot.Consultations.Routing;
using MedtechBot.Knowledge;

namespace MedtechBot.Consultations;

/// <summary>Sorts what comes in by the desk's rules, and says where its promises stand.</summary>
public sealed class DeskTriage(Func<DeskRules> rules, Func<KnowledgeSnapshot> knowledge, PromiseTerms terms)
{
    /// <summary>Who should have it, with doors elsewhere, organisations and experts; for whoever decides.</summary>
    public RoutingProposal Propose(string summary, IntakeDetails details, DateTimeOffset now)
    {
        var current = rules();
        return Triage.Propose(Facts(summary, details, JapaneseDay.Of(now)), current.Routing, knowledge(), current.Calendar);
    }

    internal TicketRouted Route(TicketOpened opened)
    {
        var proposal = Propose(opened.Summary, opened.Details ?? new IntakeDetails(), opened.At);
        return new TicketRouted(
            opened.At,
            [.. proposal.Topics.Select(t => t.Name)],
            proposal.Urgency.ToString(),
            proposal.PromisedDays,
            proposal.Desks[0].Name,
            proposal.Organisations.Count > 0 ? proposal.Organisations[0].Region : null,
            [.. proposal.Reasons.Select(r => r.In(Language.Japanese))],
            new Promise(opened.At, proposal.PromisedDays).FirstDue(rules().Calendar, terms));
    }

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

    private static RoutingFacts Facts(string summary, IntakeDetails details, DateOnly today) => new()
    {
        Text = string.Join('\n', new[] { summary, details.Product, details.IntendedUse, details.Principle, details.SupposedClass, details.Markets, details.EarlierConsultations }.Where(t => t is { Length: > 0 })),
        Today = today,
        Topics = details.Topics,
        Stage = details.Stage,
        Prefecture = details.Prefecture,
        Deadline = details.Deadline,
        WantsHow = details.Wish is { } wish ? wish == Wish.How : null,
        HasPublicFunding = details.PublicFunding is { Length: > 0 },
        IsSoftware = details.Form is ProductForm.Software or ProductForm.Both,
        IsConfidential = details.IsConfidential,
    };
}
