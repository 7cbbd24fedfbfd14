using MedtechBot.Answers;
using MedtechBot.Knowledge;

namespace MedtechBot.Consultations.Routing;

/// <summary>Finds what rules propose in the knowledge's directories, each with the words that say it.</summary>
internal sealed class DirectoryLookup(KnowledgeSnapshot knowledge)
{
    private const int MostOfArea = 5;
    private const int MostExperts = 5;

    private int _cited;

    public IReadOnlyList<ProposedDoor> Doors(IEnumerable<(string Id, RoutingReason Reason)> doors) =>
        [.. doors.Select(d => (Passage: knowledge.Table(FinderTable.Desks).FirstOrDefault(p => p.Rows[0]["id"] == d.Id), d.Reason))
            .Where(d => d.Passage is not null).Select(d => Door(d.Passage!, d.Reason))];

    private ProposedDoor Door(Passage passage, RoutingReason reason)
    {
        var row = passage.Rows[0];
        return new ProposedDoor(row["id"], row["matter"], row["desk"], row["conditions"], row["cost"], row["lead_time"], Cite(passage, passage.Text), reason)
        {
            DeskEnglish = row["desk_en"],
            English = row["en"],
            Limit = passage.Limit,
        };
    }

    /// <summary>Those of the prefecture; where none is listed or only an area is known, the hubs of the area and what covers all of it.</summary>
    public IReadOnlyList<ProposedOrganisation> Organisations(PlaceOf place)
    {
        var origin = place.IsTold ? ("相談者の所在地が", "The asker is in ") : ("本文に地名があり、", "The text names ");
        if (place.IsListed)
        {
            var reason = new RoutingReason("prefecture", $"{origin.Item1}{place.Prefecture}のため(規則 prefecture)。", $"{origin.Item2}{place.Prefecture} (rule prefecture).");
            return [.. Rows(FinderTable.OrganisationsOfPrefecture).Where(o => o.Row["prefecture"] == place.Prefecture).Select(o => Organisation(o, reason))];
        }
        var area = place.Areas[0];
        var why = place.Prefecture is null
            ? new RoutingReason("area", $"{origin.Item1}{area}で、県が分からないため(規則 area)。", $"{origin.Item2}{area}, without a prefecture (rule area).")
            : new RoutingReason("unlisted-place", $"{origin.Item1}{place.Prefecture}で、県の機関が一覧に載っていないため、{area}の機関(規則 unlisted-place)。",
                $"{origin.Item2}{place.Prefecture}, of which the directory lists no body: those of {area} (rule unlisted-place).");
        var rows = Rows(FinderTable.OrganisationsOfRegion).Where(o => o.Row.List("areas").Contains(area)).ToList();
        var wide = rows.Where(o => o.Row["scope"] == "wide" || o.Row["star"].Length > 0).ToList();
        return [.. (wide.Count > 0 ? wide : rows).Take(MostOfArea).Select(o => Organisation(o, why))];
    }

    private IEnumerable<(Passage Passage, PassageRow Row)> Rows(FinderTable table) =>
        knowledge.Table(table).SelectMany(p => p.Rows.Select(row => (p, row)));

    private ProposedOrganisation Organisation((Passage Passage, PassageRow Row) found, RoutingReason reason) =>
        new(found.Row["name"], found.Row["prefecture"], found.Row["region_label"], Cite(found.Passage, found.Row.Text), reason);

    /// <summary>Experts of the fields, without those tied to a competitor, who are named with it.</summary>
    public (IReadOnlyList<ProposedExpert> Proposed, IReadOnlyList<ExcludedExpert> Excluded) Experts(
        IReadOnlyList<(string Field, RoutingReason Reason)> fields, IReadOnlyList<string> competitors)
    {
        var proposed = new List<ProposedExpert>();
        var excluded = new List<ExcludedExpert>();
        var rows = Rows(FinderTable.Experts).ToList();
        foreach (var (found, reason) in fields.SelectMany(f => rows.Where(e => e.Row[f.Field] == "yes").Select(e => (e, f.Reason))).DistinctBy(e => e.e.Row["name"]))
        {
            var row = found.Row;
            if (competitors.FirstOrDefault(c => CompetitorTie.Is(c, [row["affiliation"], row["affiliation_en"]])) is { } competitor)
            {
                excluded.Add(new ExcludedExpert(row["name"], competitor, new RoutingReason("competitor",
                    $"{row["name"]}は所属が競合先「{competitor}」と結び付くため、候補にしない(規則 competitor)。",
                    $"{row["name"]} is not proposed: the affiliation is tied to the competitor \"{competitor}\" (rule competitor).")));
            }
            else if (proposed.Count < MostExperts)
            {
                proposed.Add(new ProposedExpert(row["name"], row["affiliation"], row["field"], Cite(found.Passage, row.Text), reason));
            }
        }
        return (proposed, excluded);
    }

    private Citation Cite(Passage passage, string quote) => Citation.Of(++_cited, passage, quote, Language.Japanese);
}
