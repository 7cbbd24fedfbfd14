using MedtechBot.Consultations.Promises;
using MedtechBot.Knowledge;

namespace MedtechBot.Consultations.Routing;

/// <summary>Proposes who should have a matter. A pure function: the same facts, rules and knowledge give the same proposal.</summary>
public static class Triage
{
    public static RoutingProposal Propose(RoutingFacts facts, RoutingRules rules, KnowledgeSnapshot knowledge, BusinessCalendar calendar)
    {
        var topic = rules.Topics[^1];
        var desk = rules.Desks.First(d => d.Id == topic.Desk);
        var reason = new RoutingReason("default", "どの規則にも当てはまらないため。", "No rule applies.");
        return new RoutingProposal
        {
            Topics = [new ProposedTopic(topic.Id, topic.Name, topic.NameEn, reason)],
            Urgency = Urgency.Normal,
            UrgencyReasons = [reason],
            PromisedDays = rules.PromisedDays[Urgency.Normal],
            Desks = [new ProposedDesk(desk.Id, desk.Name, desk.NameEn, reason)],
        };
    }
}
