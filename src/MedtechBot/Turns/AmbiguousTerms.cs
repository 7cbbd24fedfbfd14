using System.Text.RegularExpressions;
using MedtechBot.Answers;

namespace MedtechBot.Turns;

/// <summary>Short forms that mean different things in different places; asked back unless the conversation names the place.</summary>
internal static partial class AmbiguousTerms
{
    private static readonly (Regex Term, Regex Settled, string[] Choices, string[] ChoicesEn)[] Terms =
    [
        (Mdr(), MdrSettled(), ["EUの医療機器規則(MDR)", "米国の不具合報告(Medical Device Reporting)"], ["EU Medical Device Regulation (MDR)", "US Medical Device Reporting (MDR)"]),
        (ClassC(), ClassCSettled(), ["EUの体外診断用医療機器のクラスC", "ASEANの医療機器のクラスC"], ["Class C of EU in vitro diagnostics", "Class C of ASEAN devices"]),
    ];

    public static Answer? Ask(Turn turn, Question question)
    {
        var english = question.Language == Language.English;
        foreach (var (term, settled, choices, choicesEn) in Terms)
        {
            var match = term.Match(turn.Question);
            if (match.Success && !settled.IsMatch(question.Text) && turn.Past.Count == 0)
            {
                return Clarification.Ask(question.Language,
                    english ? $"\"{match.Value}\" can mean several things. Which do you mean?" : $"「{match.Value}」はいくつかの意味で使われます。どちらのことでしょうか。",
                    english ? choicesEn : choices);
            }
        }
        return null;
    }

    [GeneratedRegex("(?<![A-Za-z])MDR(?![A-Za-z])")]
    private static partial Regex Mdr();

    [GeneratedRegex("EU|欧|ヨーロッパ|米|FDA|US|IVDR|第三者製造|Medical Valley|Europe|Regulation|指令|移行|経過措置|改正|改訂|附属書|証明書|CE|ノーティファイド|レガシー|不具合|有害事象|報告|803|Directive|Annex|transition|legacy|notified|adverse|report", RegexOptions.IgnoreCase)]
    private static partial Regex MdrSettled();

    [GeneratedRegex("クラス\\s?C|class C\\b", RegexOptions.IgnoreCase)]
    private static partial Regex ClassC();

    [GeneratedRegex("62304|ソフト|JIS T ?2304|安全クラス|software|EU|欧|IVD|ASEAN|アセアン|シンガポール|マレーシア|インド|ベトナム|タイ", RegexOptions.IgnoreCase)]
    private static partial Regex ClassCSettled();
}
