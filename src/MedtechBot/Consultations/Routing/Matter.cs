using MedtechBot.Answers.Finders;
using MedtechBot.Consultations.Promises;
using MedtechBot.Knowledge;
using MedtechBot.Knowledge.Search;

namespace MedtechBot.Consultations.Routing;

/// <summary>A matter with all that can be read out of it.</summary>
internal sealed class Matter
{
    private readonly List<MatterText> _texts;

    public Matter(RoutingFacts facts, RoutingRules rules, KnowledgeSnapshot knowledge, BusinessCalendar calendar)
    {
        Facts = facts;
        _texts = [new MatterText(facts.Text, knowledge.Words)];
        // The conversation tells less: it is only looked at when what was written to the desk tells no topic.
        if (facts.Turns.Count > 0 && facts.Topics.Count == 0 && !rules.Topics.Any(t => Said(t.Words).Count > 0))
        {
            _texts.Add(new MatterText(string.Join('\n', facts.Turns), knowledge.Words));
        }
        Jurisdictions = facts.Jurisdictions.Concat(Knowledge.Search.Jurisdictions.In(facts.Text)).ToHashSet(StringComparer.Ordinal);
        Place = PlaceOf.Find(facts, rules, knowledge);
        Deadline = DeadlineText.Read(facts.Deadline ?? "", facts.Today, anywhere: true) ?? DeadlineText.Read(facts.Text, facts.Today, anywhere: false);
        BusinessDaysLeft = Deadline is { } day ? calendar.Between(facts.Today, day) : null;
    }

    public RoutingFacts Facts { get; }

    /// <summary>Those of the words that are said.</summary>
    public IReadOnlyList<string> Said(IReadOnlyList<string> words) => _texts.Select(t => t.Said(words)).FirstOrDefault(said => said.Count > 0) ?? [];

    public IReadOnlySet<string> Jurisdictions { get; }

    public PlaceOf? Place { get; }

    public DateOnly? Deadline { get; }

    public int? BusinessDaysLeft { get; }
}

/// <summary>Where the asker is, as the directory of organisations writes it.</summary>
/// <param name="Prefecture">Null where only an area is known.</param>
/// <param name="Areas">The areas it lies in; one where only the area is known.</param>
/// <param name="IsTold">The asker said so in the form, and it was not read out of the text.</param>
/// <param name="IsListed">The directory knows organisations of that prefecture.</param>
internal sealed record PlaceOf(string? Prefecture, IReadOnlyList<string> Areas, bool IsTold, bool IsListed)
{
    public static PlaceOf? Find(RoutingFacts facts, RoutingRules rules, KnowledgeSnapshot knowledge) =>
        facts.Prefecture is { Length: > 0 } told && Find(told, rules, knowledge, isTold: true) is { } place ? place : Find(facts.Text, rules, knowledge, isTold: false);

    private static PlaceOf? Find(string text, RoutingRules rules, KnowledgeSnapshot knowledge, bool isTold)
    {
        var wording = new Wording(text);
        var names = wording.Cross(Spellings.Of(knowledge, FinderTable.OrganisationsOfPrefecture, "match"));
        var rows = knowledge.Table(FinderTable.OrganisationsOfPrefecture).SelectMany(p => p.Rows);
        if (names.Count > 0 && rows.FirstOrDefault(r => r.List("match").Contains(names[0])) is { } row)
        {
            return new PlaceOf(row["prefecture"], row.List("areas"), isTold, IsListed: true);
        }
        if (rules.UnlistedPlaces.FirstOrDefault(p => wording.Cross(new Spellings(p.Names)).Count > 0) is { } unlisted)
        {
            return new PlaceOf(unlisted.Prefecture, [unlisted.Area], isTold, IsListed: false);
        }
        var areas = wording.Cross(Spellings.Of(knowledge, FinderTable.OrganisationsOfRegion, "areas"));
        return areas.Count > 0 ? new PlaceOf(null, [areas[0]], isTold, IsListed: false) : null;
    }

    public bool IsIn(string place) => place == Prefecture || Areas.Contains(place);
}
