namespace MedtechBot.Knowledge;

/// <summary>What a table's passages are looked up for by their columns, beside being searched like all others.</summary>
public enum FinderTable { None, OrganisationsOfPrefecture, OrganisationsOfRegion, Desks, Programmes, StageSupport, StageFit, Experts }

/// <summary>The columns each kind of lookup reads, so that a table without them is named when it is checked.</summary>
internal static class FinderColumns
{
    public static IReadOnlyList<string> Of(FinderTable table) => table switch
    {
        FinderTable.OrganisationsOfPrefecture => ["match"],
        FinderTable.OrganisationsOfRegion => ["match", "areas"],
        FinderTable.Desks => ["match", "also"],
        FinderTable.Programmes => ["match_phase", "match_applicant", "match_class", "match_subject", "first_year", "last_year"],
        FinderTable.StageSupport => ["stage_no", "kind", "match_stage"],
        FinderTable.Experts => ["name", "field", "affiliation", "affiliation_en"],
        FinderTable.StageFit => ["stage_no", "type_no", "level", "match_type"],
        _ => [],
    };
}
