using System.Globalization;
using System.Text.RegularExpressions;
using MedtechBot.Knowledge;

namespace MedtechBot.Answers.Finders;

/// <summary>The eight stages and three types of the support model: "ステージ3の製造業者が使える支援".</summary>
internal static partial class StageGuide
{
    private static readonly (Regex Asks, string Kind)[] Kinds =
        [(Remedies(), "課題解決手法"), (Voices(), "企業の声"), (Support(), "現状の支援")];

    public static Answer? Find(FinderQuestion asked, KnowledgeSnapshot knowledge)
    {
        if (asked.Says(Money()))
        {
            return null;
        }
        var support = knowledge.Table(FinderTable.StageSupport).ToList();
        var fit = knowledge.Table(FinderTable.StageFit).ToList();
        var types = asked.Named(Spellings.Of(knowledge, FinderTable.StageFit, "match_type"));
        var stage = StageOf(asked, knowledge);
        var rarely = asked.Says(Rarely());
        var kind = Kinds.Where(k => asked.Says(k.Asks)).Select(k => k.Kind).ToList();
        if (!asked.IsUnderstood(leftOver: 2))
        {
            return null;
        }
        return stage is not null && (rarely || kind.Count > 0) ? OfStage(asked, support, fit, stage, types, rarely ? [] : kind)
            : stage is null && rarely && types.Count > 0 ? RarelyOfType(asked, fit, types)
            : null;
    }

    private static string? StageOf(FinderQuestion asked, KnowledgeSnapshot knowledge)
    {
        if (asked.Match(Numbered()) is { } numbered)
        {
            asked.Named(Spellings.Of(knowledge, FinderTable.StageSupport, "match_stage"));
            var digit = numbered.Groups["n"].Value[0];
            return (digit >= '①' ? digit - '①' + 1 : digit - '0').ToString(CultureInfo.InvariantCulture);
        }
        var named = asked.Named(Spellings.Of(knowledge, FinderTable.StageSupport, "match_stage", AsStage));
        return knowledge.Table(FinderTable.StageSupport).SelectMany(p => p.Rows)
            .FirstOrDefault(r => r.List("match_stage").SelectMany(AsStage).Any(named.Contains))?["stage_no"];
    }

    // A stage's name is an everyday word unless "stage" stands behind it.
    private static IEnumerable<string> AsStage(string name) =>
        ((string[])["段階", "の段階", "ステージ", "のステージ", " stage", " phase"]).Select(behind => name + behind);

    private static Answer? OfStage(FinderQuestion asked, IReadOnlyList<Passage> support, IReadOnlyList<Passage> fit, string stage, IReadOnlyList<string> types, IReadOnlyList<string> kinds)
    {
        var offered = support.FirstOrDefault(p => p.Rows[0]["stage_no"] == stage);
        var fitting = fit.FirstOrDefault(p => p.Rows[0]["stage_no"] == stage);
        if (offered is null)
        {
            return null;
        }
        var reply = asked.Reply();
        // The first sentence sums up everything; one kind alone is told by its rows.
        if (asked.IsEnglish || kinds is ["現状の支援"])
        {
            reply.QuoteOrGist(offered, [0]);
        }
        else if (kinds.Count > 0)
        {
            reply.Quote(offered, offered.Rows.Where(r => kinds.Contains(r["kind"]!)).Select(r => FinderReply.UnitOf(offered, r)));
        }
        if (fitting is not null && types.Count > 0)
        {
            reply.QuoteOrGist(fitting, [.. fitting.Rows.Where(r => r.List("match_type").Any(types.Contains)).Select(r => FinderReply.UnitOf(fitting, r))]);
        }
        else if (fitting is not null && kinds.Count == 0)
        {
            reply.QuoteOrGist(fitting, [0]);
        }
        return reply.ToAnswer(asked.IsEnglish
            ? [$"What did companies say at stage {stage}?", $"Where is support rarely applicable at stage {stage}?"]
            : [.. Kinds.Select(k => k.Kind).Except(kinds).Select(k => $"段階{stage}の{k}"), $"段階{stage}の支援が使いにくい類型"]);
    }

    private static Answer? RarelyOfType(FinderQuestion asked, IReadOnlyList<Passage> fit, IReadOnlyList<string> types)
    {
        var low = fit.SelectMany(p => p.Rows.Where(r => r["level"] == "低い" && r.List("match_type").Any(types.Contains)).Select(row => (Passage: p, Row: row))).OrderBy(r => r.Row["stage_no"], StringComparer.Ordinal).ToList();
        if (low.Count == 0)
        {
            return null;
        }
        var reply = asked.Reply().Say(asked.IsEnglish ? "Support is rarely applicable here:" : "次の段階では、支援を活用できることが少ないとされています。");
        foreach (var (passage, row) in low)
        {
            reply.Quote(passage, [FinderReply.UnitOf(passage, row)]);
        }
        return reply.ToAnswer([]);
    }

    [GeneratedRegex("(段階|ステージ|stage|だんかい)\\s*(?<n>[1-8①-⑧])(?![0-9])|第(?<n>[1-8])(段階|ステージ)|(?<![0-9])(?<n>[1-8])(つ目の)?(段階|ステージ)目")]
    private static partial Regex Numbered();

    [GeneratedRegex("補助金|助成|公募|資金|予算|事業|融資|\\b(grants?|subsid\\w*|fund\\w*|programm?es?|money)\\b")]
    private static partial Regex Money();

    [GeneratedRegex("使いにくい|使えない|使いづらい|活用(できない|しにくい|できることが少ない|可能性が低い)|向かない|低い|合わない|\\b(rarely|not|hardly|less|seldom|low)\\b.{0,16}\\b(applicable|useful|usable|used|apply|suitable)\\b|どの類型|(使い(にくい|やすい)|使える|向く|合う)類型|活用可能性|who can use|which types?")]
    private static partial Regex Rarely();

    [GeneratedRegex("課題解決(手法|策)?|解決(手法|策|方法)?|支援策|対策|手立て|提案|\\b(remed(y|ies)|solutions?|proposals?|proposed)\\b")]
    private static partial Regex Remedies();

    [GeneratedRegex("企業の声|声|悩(み|む|んで)|困(り|る|って)(ごと|い)*|課題(?!解決)|問題|不満|\\b(voices?|problems?|said|say|complain\\w*|difficult\\w*)\\b")]
    private static partial Regex Voices();

    [GeneratedRegex("(現状の|現在の)?支援(策|メニュー|制度|内容)?(は|を|が)?(受け|使)?(られる|える)?|使え(る|ます)|受けられ(る|ます)|使う|メニュー|しえん|つかえる|\\b(support\\w*|help|use|used|offer\\w*|current)\\b")]
    private static partial Regex Support();
}
