using MedtechBot.Answers;
using MedtechBot.Knowledge;

namespace MedtechBot.Consultations.Routing;

/// <summary>Who should have a matter, proposed by rules to whoever decides. Every choice says why.</summary>
public sealed record RoutingProposal
{
    /// <summary>The main one first; never empty.</summary>
    public required IReadOnlyList<ProposedTopic> Topics { get; init; }

    public required Urgency Urgency { get; init; }

    public required IReadOnlyList<RoutingReason> UrgencyReasons { get; init; }

    /// <summary>Business days within which a first reply is promised.</summary>
    public required int PromisedDays { get; init; }

    /// <summary>The desk's own parts, the main one first; never empty.</summary>
    public required IReadOnlyList<ProposedDesk> Desks { get; init; }

    public IReadOnlyList<ProposedOrganisation> Organisations { get; init; } = [];

    public IReadOnlyList<ProposedExpert> Experts { get; init; } = [];

    /// <summary>Experts who would fit but are tied to a competitor.</summary>
    public IReadOnlyList<ExcludedExpert> ExcludedExperts { get; init; } = [];

    /// <summary>Desks elsewhere that are the right door.</summary>
    public IReadOnlyList<ProposedDoor> Doors { get; init; } = [];

    /// <summary>Why all of it, each reason once.</summary>
    public IReadOnlyList<RoutingReason> Reasons =>
        [.. Topics.Select(t => t.Reason).Concat(UrgencyReasons).Concat(Desks.Select(d => d.Reason)).Concat(Organisations.Select(o => o.Reason))
            .Concat(Experts.Select(e => e.Reason)).Concat(ExcludedExperts.Select(e => e.Reason)).Concat(Doors.Select(d => d.Reason)).Distinct()];
}

public sealed record ProposedTopic(string Id, string Name, string NameEn, RoutingReason Reason);

public sealed record ProposedDesk(string Id, string Name, string NameEn, RoutingReason Reason);

/// <param name="Prefecture">Empty for one that covers a region.</param>
public sealed record ProposedOrganisation(string Name, string Prefecture, string Region, Citation Citation, RoutingReason Reason);

public sealed record ProposedExpert(string Name, string Affiliation, string Field, Citation Citation, RoutingReason Reason);

public sealed record ExcludedExpert(string Name, string Competitor, RoutingReason Reason);

/// <summary>A desk elsewhere. Empty texts: the directory says nothing.</summary>
/// <param name="Id">Of its row in the directory of desks.</param>
/// <param name="Citation">Quotes all that is said here of the desk.</param>
public sealed record ProposedDoor(string Id, string Matter, string Desk, string Conditions, string Cost, string LeadTime, Citation Citation, RoutingReason Reason)
{
    public required string DeskEnglish { get; init; }

    /// <summary>All of it in English, in sentences.</summary>
    public required string English { get; init; }

    /// <summary>Why the directory's statement must be taken with care: unverified, conditional ...</summary>
    public StatementLimit Limit { get; init; }
}

/// <summary>Why something is proposed.</summary>
/// <param name="Rule">The id of the rule.</param>
public sealed record RoutingReason(string Rule, string Japanese, string English)
{
    public string In(Language language) => language == Language.English ? English : Japanese;
}
