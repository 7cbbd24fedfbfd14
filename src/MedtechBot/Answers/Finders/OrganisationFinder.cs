using System.Text.RegularExpressions;
using MedtechBot.Knowledge;

namespace MedtechBot.Answers.Finders;

/// <summary>Who supports development in a prefecture or a region: "東北の相談先を教えて".</summary>
internal static partial class OrganisationFinder
{
    // So many lines can be read at a glance; of more, the first of each prefecture is shown.
    private const int MostRows = 8;

    private const int MostPrefectures = 3;

    public static Answer? Find(FinderQuestion asked, KnowledgeSnapshot knowledge)
    {
        if (!asked.Says(Support()))
        {
            return null;
        }
        var areas = asked.Named(Spellings.Of(knowledge, FinderTable.OrganisationsOfRegion, "areas"));
        var named = asked.Named(Spellings.Of(knowledge, FinderTable.OrganisationsOfPrefecture, "match"));
        var everything = asked.Says(Everything());
        if (areas.Count + named.Count == 0 || !asked.IsUnderstood(leftOver: 0))
        {
            return null;
        }
        return areas.Count == 0 && named.Count <= MostPrefectures
            ? OfPrefectures(asked, [.. knowledge.Table(FinderTable.OrganisationsOfPrefecture).Where(p => Names(p.Rows[0], "match", named))])
            : OfRegions(asked, [.. knowledge.Table(FinderTable.OrganisationsOfRegion)], [.. areas, .. named], everything);
    }

    private static Answer OfPrefectures(FinderQuestion asked, IReadOnlyList<Passage> passages)
    {
        var reply = asked.Reply();
        foreach (var passage in passages)
        {
            reply.QuoteOrGist(passage, [0]);
        }
        return reply.ToAnswer(asked.IsEnglish ? ["How do I contact a support organisation?"] : ["支援機関の連絡先や料金"]);
    }

    private static Answer OfRegions(FinderQuestion asked, IReadOnlyList<Passage> regions, IReadOnlyList<string> named, bool everything)
    {
        var rows = regions.SelectMany(p => p.Rows.Select(row => (Passage: p, Row: row)))
            .Where(r => Names(r.Row, "areas", named) || Names(r.Row, "match", named)).ToList();
        var shown = everything || rows.Count <= MostRows ? rows : [.. rows.DistinctBy(r => r.Row["prefecture"])];
        var place = string.Join(asked.IsEnglish ? ", " : "・", named);
        var reply = asked.Reply();
        reply.Say(asked.IsEnglish ? $"These bodies in {place} support device development:" : $"{place}の支援機関として一覧に載っているのは次のとおりです。");
        foreach (var group in shown.GroupBy(r => r.Passage))
        {
            reply.Quote(group.Key, group.Select(r => FinderReply.UnitOf(group.Key, r.Row)));
        }
        var more = rows.Count - shown.Count;
        return reply.ToAnswer(more == 0
            ? asked.IsEnglish ? ["How do I contact a support organisation?"] : ["支援機関の連絡先や料金"]
            : asked.IsEnglish ? [$"All support organisations in {place} ({more} more)"] : [$"{place}の支援機関をすべて(ほかに{more}件)"]);
    }

    private static bool Names(PassageRow row, string column, IReadOnlyList<string> named) => row.List(column).Any(named.Contains);

    [GeneratedRegex("参入(したい|する)?|地元|相談(が|を|に)?(でき|に乗|相手|先|窓口|場所|したい)?(る|って|所|場所|ところ|機関)*|支援(機関|団体|組織|窓口|拠点|先|センター)?(して|を受け)?(くれ|られ)?(る|た|い)*(ところ|機関|団体|組織)?|窓口|(支援)?機関|拠点|サポート|そうだん(さき|できる|したい)?|しえん(きかん)?|まどぐち|\\b(support(s|ing)?|organi[sz]ations?|bod(y|ies)|institutions?|consult(s|ation|ing)?|help(s|ing)?|desks?|contacts?|advice|advise|hubs?|ask)\\b")]
    private static partial Regex Support();

    [GeneratedRegex("すべて|全て|全部|ぜんぶ|残り|\\b(all|every|full)\\b")]
    private static partial Regex Everything();
}
