using System.Text.RegularExpressions;
using MedtechBot.Answers;

namespace MedtechBot.Turns;

/// <summary>Asks back where a question can mean several things and nothing said before settles it.</summary>
internal static partial class Clarification
{
    public static Answer? For(Turn turn, Question question)
    {
        var english = question.Language == Language.English;
        if (FundingForUs().IsMatch(turn.Question))
        {
            return Ask(question.Language,
                english ? "Which stage are you at, and are you a startup, a small company or a research institution? Programmes differ by both." : "使える事業は、開発の段階と申請する方の種類で変わります。いまの段階はどちらに近いですか。",
                english ? ["Programmes for basic research", "Programmes for applied research", "Programmes for non-clinical and clinical development"] : ["基礎研究の段階で使える事業", "応用研究の段階で使える事業", "非臨床・臨床の段階で使える事業"]);
        }
        if (turn.Past.Count == 0 && (question.Words.Words.Count == 0 || PointsNowhere().IsMatch(turn.Question)))
        {
            return Ask(question.Language,
                english ? "What is it about? Please name the product or the topic, in a word or two." : "何についてのご質問でしょうか。製品の概要(目的、使う人、ソフトか機器か)や、知りたいことをもう少し教えてください。",
                english ? ["Where to get support", "Programmes and subsidies", "Intellectual property"] : ["相談できる窓口", "補助事業", "知的財産の注意点"]);
        }
        if (MarketsUnnamed().IsMatch(turn.Question))
        {
            return Ask(question.Language,
                english ? "That depends on the product and the aim. Which market are you thinking of?" : "製品と目的によって変わります。どの地域を考えていますか。",
                english ? ["United States", "Europe", "Asia"] : ["米国への展開", "欧州への展開", "アジアへの展開"]);
        }
        return AmbiguousTerms.Ask(turn, question);
    }

    internal static Answer Ask(Language language, string text, IReadOnlyList<string> choices) => new()
    {
        Outcome = OutcomeKind.Clarified,
        Language = language,
        Text = text,
        Suggestions = choices,
    };

    [GeneratedRegex("(うち|ウチ|弊社|当社|自社|私たち|私|僕|我々)(でも|に|が|も|で|の会社で)?.{0,4}(使え|もらえ|申請でき|応募でき|受けられ).{0,4}(る|そうな|ます)?.{0,6}(補助|助成|支援|制度|事業|公募|お金)|(補助金|助成金|支援制度)(って|は|が)?.{0,4}(ある|あります|使え|もらえ|何か)(る|ます)?(か|の)?[。?？]?$|(subsid(y|ies)|grants?|fund(s|ing))\\b.{0,20}(can we|for us|could we)|what (subsid(y|ies)|grants?|funding)\\b.{0,6} can (we|i)", RegexOptions.IgnoreCase)]
    private static partial Regex FundingForUs();

    [GeneratedRegex("^(これ|それ|あれ|この件|その件)(って|は|も|が)?.{0,14}$")]
    private static partial Regex PointsNowhere();

    [GeneratedRegex("(海外|外国)(って|は|展開は|進出は)?.{0,8}(どこ|どの国|何処)(から|に|が)|which (country|market) (should|first)", RegexOptions.IgnoreCase)]
    private static partial Regex MarketsUnnamed();
}
