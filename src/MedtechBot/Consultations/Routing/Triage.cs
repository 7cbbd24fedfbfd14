using MedtechBot.Consultations.Promises;
using MedtechBot.Knowledge;

namespace MedtechBot.Consultations.Routing;

/// <summary>Proposes who should have a matter. A pure function: the same facts, rules and knowledge give the same proposal.</summary>
public static class Triage
{
    /// <summary>Rules are read from top to bottom; each sees what those above it found.</summary>
    public static RoutingProposal Propose(RoutingFacts facts, RoutingRules rules, KnowledgeSnapshot knowledge, BusinessCalendar calendar)
    {
        var matter = new Matter(facts, rules, knowledge, calendar);
        var findings = new TriageFindings(rules);
        findings.TakeTopics(matter);
        foreach (var rule in rules.Rules)
        {
            if (Said(rule.When, matter, findings) is { } said)
            {
                findings.Take(rule, said);
            }
        }
        var directory = new DirectoryLookup(knowledge);
        var topics = findings.Topics();
        var (experts, excluded) = directory.Experts(findings.ExpertFields, facts.Competitors);
        return new RoutingProposal
        {
            Topics = topics,
            Urgency = findings.Urgency,
            UrgencyReasons = findings.UrgencyReasons,
            PromisedDays = rules.PromisedDays[findings.Urgency],
            Desks = findings.Desks(topics),
            Doors = directory.Doors(findings.Doors),
            Organisations = matter.Place is { } place ? directory.Organisations(place) : [],
            Experts = experts,
            ExcludedExperts = excluded,
        };
    }

    /// <summary>The words by which the conditions hold; null when they do not.</summary>
    private static IReadOnlyList<string>? Said(RoutingCondition when, Matter matter, TriageFindings findings)
    {
        var facts = matter.Facts;
        var holds = (when.Topics.Count == 0 || when.Topics.Any(findings.Has))
            && (when.Stages.Count == 0 || (facts.Stage is { } stage && when.Stages.Contains(stage)))
            && (when.Jurisdictions.Count == 0 || when.Jurisdictions.Any(matter.Jurisdictions.Contains))
            && (when.Places.Count == 0 || (matter.Place is { } place && when.Places.Any(place.IsIn)))
            && (when.DeadlineWithin is null || matter.BusinessDaysLeft <= when.DeadlineWithin)
            && (when.WantsHow is null || facts.WantsHow == when.WantsHow)
            && (when.HasPublicFunding is null || facts.HasPublicFunding == when.HasPublicFunding)
            && (when.IsConfidential is null || facts.IsConfidential == when.IsConfidential)
            && (when.IsSoftware is null || facts.IsSoftware == when.IsSoftware)
            && (!when.NoDoorYet || findings.Doors.Count == 0);
        if (!holds || matter.Said(when.None).Count > 0)
        {
            return null;
        }
        var said = new List<string>();
        foreach (var words in when.Any.Count == 0 ? when.All : [.. when.All, when.Any])
        {
            if (matter.Said(words) is not { Count: > 0 } some)
            {
                return null;
            }
            said.AddRange(some);
        }
        return said;
    }
}
