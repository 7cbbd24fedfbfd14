using System.Text.RegularExpressions;
using MedtechBot.Knowledge;
using MedtechBot.Knowledge.Search;

namespace MedtechBot.Answers.Finders;

/// <summary>Which desk to ask about a matter, with its conditions, cost and lead time: "一般的名称はどこに聞けばいい".</summary>
internal static partial class DeskFinder
{
    // Matters are told in many words; what is not recognised may qualify them but not be a matter of its own.
    private const int MostLeftOver = 6;

    // "...を相談したい" may mean the matter itself and not the desk.
    private const int MostLeftOverWithoutWhom = 2;

    public static Answer? Find(FinderQuestion asked, KnowledgeSnapshot knowledge)
    {
        if (asked.Wants(AskedFor.Count | AskedFor.Time | AskedFor.Reason) || asked.Says(Otherwise()))
        {
            return null;
        }
        var asksWhom = asked.Says(Whom());
        if (!asksWhom && !asked.Says(WantsAdvice()))
        {
            return null;
        }
        var matters = asked.Named(Spellings.Of(knowledge, FinderTable.Desks, "match"));
        var besides = asked.Named(Spellings.Of(knowledge, FinderTable.Desks, "also"));
        var fitting = knowledge.Table(FinderTable.Desks).Select(p => (Passage: p, Fit: Fit(p.Rows[0], matters, besides)))
            .Where(d => d.Fit > 0).OrderByDescending(d => d.Fit).ToList();
        // What may come along with any matter settles it only when nothing else is said.
        var mostLeftOver = matters.Count == 0 ? 0 : asksWhom ? MostLeftOver : MostLeftOverWithoutWhom;
        if (fitting.Count == 0 || !asked.IsUnderstood(mostLeftOver))
        {
            return null;
        }
        var named = fitting.TakeWhile(d => d.Fit >= Matter).ToList();
        var shown = named.Count > 1 && named[1].Fit == named[0].Fit ? 2 : 1;
        var reply = asked.Reply();
        foreach (var (passage, _) in fitting.Take(shown))
        {
            reply.QuoteOrGist(passage, [.. Enumerable.Range(0, passage.Units.Count)]);
        }
        return reply.ToAnswer(named.Skip(shown).Select(d => asked.IsEnglish ? d.Passage.HeadingEn ?? d.Passage.Heading : d.Passage.Heading));
    }

    private const int Matter = 10;

    /// <summary>The more of the question a desk's matters name, the better it fits; what comes along with many matters breaks ties.</summary>
    private static int Fit(PassageRow row, IReadOnlyList<string> matters, IReadOnlyList<string> besides)
    {
        var (match, also) = (row.List("match"), row.List("also"));
        return (Matter * matters.Count(match.Contains)) + besides.Count(b => also.Contains(b) && !match.Contains(b));
    }

    [GeneratedRegex("(どこ|誰|だれ|どちら|どなた|何処)(の(窓口|機関|部署|課|役所|役場))?(に|へ|で|が)?(、)?(聞|きけ|きく|尋ね|問い?合わ|相談|そうだん|確認|確かめ|頼|行け|行く|連絡|電話|申し込|申請|届け出|とどけ|照会|持ち込)[^。?？]{0,8}|(どの|どんな|何の)(窓口|機関|役所|部署|相談)[^。?？]{0,8}|(相談|問い?合わせ|照会|質問|連絡|報告|届け?出|申請)(する)?(先|さき|窓口)|(相談|問い?合わせ|質問)(は|って)(どこ|誰)(に|へ)?|(相談|問い?合わせ|質問)(が|を)?(できる|する|したい)(ところ|所|場所|先|窓口|機関|相手)|窓口(?=は|を|って|$|[?？。])|そうだん(さき|まどぐち)|まどぐち|\\b(whom?|where|which (desk|office|authority|agency|body|consultation)|what desk)\\b[^?]{0,12}\\b(asks?|contact|consult|turn|go|apply|helps?|talk|advises?|inquire|enquire|call|handles?)\\b|which desk|\\b(desk|contact) for\\b")]
    private static partial Regex Whom();

    [GeneratedRegex("(相談|質問)(を)?(したい|しよう|に乗って)(です|の(です)?が|けど)?")]
    private static partial Regex WantsAdvice();

    // Whether a desk does something, or which is nearest, is not which desk to ask.
    [GeneratedRegex("(相談|質問|問い?合わせ|申請|対応)(は|も|が|を)?(でき(る|ます)|可能|して(くれ|もらえ)(る|ます))(です)?(の)?か|最寄り|何を相談|個人の|違(い|う)|とは[?？]?$")]
    private static partial Regex Otherwise();
}
