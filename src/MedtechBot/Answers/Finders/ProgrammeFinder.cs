using System.Globalization;
using System.Text.RegularExpressions;
using MedtechBot.Knowledge;
using MedtechBot.Knowledge.Search;

namespace MedtechBot.Answers.Finders;

/// <summary>Programmes by phase, applicant, device class, subject and year: "基礎研究段階の大学が使える補助金は".</summary>
internal static partial class ProgrammeFinder
{
    private const int MostShown = 2;

    public static Answer? Find(FinderQuestion asked, KnowledgeSnapshot knowledge)
    {
        if (asked.Wants(AskedFor.Count | AskedFor.Time | AskedFor.Reason) || asked.Says(OneProgramme()))
        {
            return null;
        }
        var money = asked.Says(Money());
        if (!money && !asked.Says(Support()))
        {
            return null;
        }
        var passages = knowledge.Table(FinderTable.Programmes).ToList();
        if (asked.Contains(passages.SelectMany(p => new[] { p.Rows[0]["programme"], p.Rows[0]["short_name"] })))
        {
            return null;
        }
        var criteria = new ProgrammeCriteria(
            Named("match_phase"), Named("match_applicant"), Named("match_class"), Named("match_subject"), YearOf(asked));
        var everything = asked.Says(Everything());
        asked.Says(Around());
        if (criteria.IsEmpty || (!money && !criteria.IsGeneral) || !asked.IsUnderstood(leftOver: 0))
        {
            return null;
        }
        var exact = Order(passages, criteria, asked.FiscalYear);
        if (exact.Exists(p => criteria.IsMeant(p.Rows[0])))
        {
            return Reply(asked, criteria, exact, true, everything);
        }
        // Who asks cannot be changed; phase and year can.
        var near = Order(passages, criteria with { Phases = [], Classes = [], Year = null }, asked.FiscalYear).FindAll(p => criteria.IsMeant(p.Rows[0]));
        return near.Count == 0 ? null : Reply(asked, criteria, near, false, everything);

        IReadOnlyList<string> Named(string column) => asked.Named(Spellings.Of(knowledge, FinderTable.Programmes, column));
    }

    private static List<Passage> Order(IReadOnlyList<Passage> passages, ProgrammeCriteria criteria, int fiscalYear) =>
        [.. passages.Where(p => criteria.Allow(p.Rows[0]))
            .OrderByDescending(p => criteria.IsMeant(p.Rows[0])).ThenByDescending(p => criteria.Named(p.Rows[0])).ThenByDescending(p => ProgrammeCriteria.Runs(p.Rows[0], fiscalYear))];

    private static Answer Reply(FinderQuestion asked, ProgrammeCriteria criteria, IReadOnlyList<Passage> fitting, bool exact, bool everything)
    {
        var reply = asked.Reply();
        if (!exact)
        {
            reply.Say(asked.IsEnglish ? "The sources name no programme that fits all of this. The nearest is:" : "すべてに当てはまる事業は、資料に見当たりません。近いのは次の事業です。");
        }
        var first = fitting[0].Rows[0];
        var shown = everything ? fitting : [.. fitting.Where(p => AsGood(p.Rows[0])).Take(exact ? MostShown : 1)];
        foreach (var passage in shown)
        {
            reply.QuoteOrGist(passage, [.. passage.Units.TakeWhile(u => u.Kind == QuoteUnitKind.Sentence).Select((_, i) => i)]);
            if (!ProgrammeCriteria.Runs(passage.Rows[0], asked.FiscalYear))
            {
                reply.Say(asked.IsEnglish ? "The period of this programme has ended." : "この事業の期間は終わっています。");
            }
        }
        if (criteria.Classes.Count > 0)
        {
            reply.Say(asked.IsEnglish ? "The sources give no conditions by device class for the programmes that still run." : "いま行われている事業については、クラスによる条件は資料に記載がありません。");
        }
        reply.Say(asked.IsEnglish ? "Please check the conditions and deadlines in the call documents." : "応募の条件と締切は、公募要領でご確認ください。");
        var more = fitting.Count - shown.Count;
        return reply.ToAnswer([
            .. more > 0 ? [asked.IsEnglish ? $"All programmes: {criteria.Label(", ")} ({more} more)" : $"{criteria.Label("・")}の事業をすべて(ほかに{more}件)"] : Array.Empty<string>(),
            .. shown.Select(p => asked.IsEnglish ? p.HeadingEn ?? p.Heading : p.Heading)]);

        // An ended programme stands in only where none that fits as well still runs.
        bool AsGood(PassageRow row) =>
            criteria.IsMeant(row) && criteria.Named(row) == criteria.Named(first)
            && ProgrammeCriteria.Runs(row, asked.FiscalYear) == ProgrammeCriteria.Runs(first, asked.FiscalYear);
    }

    private static int? YearOf(FinderQuestion asked)
    {
        if (asked.Match(Year()) is { } year)
        {
            return year.Groups["reiwa"] is { Success: true } reiwa
                ? 2018 + int.Parse(reiwa.Value, CultureInfo.InvariantCulture)
                : int.Parse(year.Groups["year"].Value, CultureInfo.InvariantCulture);
        }
        return asked.Match(NextYear()) is not null ? asked.FiscalYear + 1 : asked.Says(ThisYear()) ? asked.FiscalYear : null;
    }

    [GeneratedRegex("(支援)?(補助|助成)(金|きん|事業|制度)?|公募|支援事業|事業(?!化|者|所|部|戦略)|資金(援助|支援)?(?!調達)|研究費|開発費|お金(?!が(な|足))|委託費|ほじょきん|じょせいきん|\\b(grants?|subsid(y|ies)|fund(s|ing)?|programm?es?|schemes?|money)\\b")]
    private static partial Regex Money();

    [GeneratedRegex("支援(制度|策|プログラム)?|しえん|制度|\\bsupport(s|ed)?\\b")]
    private static partial Regex Support();

    // Amounts, deadlines and contents are asked of one programme or call, which the composer finds.
    [GeneratedRegex("いくら|上限|補助率|締切|締め切り|いつ|誰|何件|採択|目標|審査|書き方|とは|違い|比較|どこに|窓口|始ま|続く|募集|公募の|今も|組む|しないで|だけで|資金調達|向かない|使いにくい|\\b(how much|deadline|limit|rate|when|difference|what is|desk)\\b")]
    private static partial Regex OneProgramme();

    [GeneratedRegex("使え(る|ます|た)|使いたい|つかえる|応募(でき(る|ます)|したい)|もらえ(る|ます)|受けられ(る|ます)|申請でき(る|ます)|出してくれる|国の|公的な|段階|フェーズ|ステージ|だんかい|向け(の)?|対象(の)?|\\b(phases?|stages?|level|apply|eligible|government|public|tests?|testing)\\b")]
    private static partial Regex Around();

    [GeneratedRegex("すべて|全て|全部|ほかに|\\b(all|every|full)\\b")]
    private static partial Regex Everything();

    [GeneratedRegex("(令和|r)\\s?(?<reiwa>[0-9]{1,2})(年度|年|\\b)|(?<year>20[0-9]{2})(年度|年)?|(fiscal|fy)\\s?(year )?(?<year>20[0-9]{2})")]
    private static partial Regex Year();

    [GeneratedRegex("今年(度)?|本年度|現在|今(の|使える)?|いま(の)?|\\b(this (fiscal )?year|now|currently)\\b")]
    private static partial Regex ThisYear();

    [GeneratedRegex("来年(度)?|次年度|\\bnext (fiscal )?year\\b")]
    private static partial Regex NextYear();
}
