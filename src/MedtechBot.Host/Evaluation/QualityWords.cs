using MedtechBot.Answers;
using MedtechBot.Host.Pages;

namespace MedtechBot.Host.Evaluation;

/// <summary>The groups of the questions as readers see them.</summary>
internal static class QualityWords
{
    public static string Action(string action, Language language) => action switch
    {
        "answer" => language.Say("答える", "Answer"),
        "answer_caveat" => language.Say("限界を添えて答える", "Answer with its limits"),
        "clarify" => language.Say("聞き返す", "Ask back"),
        "escalate" => language.Say("人につなぐ", "Hand to a person"),
        "refuse" => language.Say("断る", "Decline"),
        _ => action,
    };

    public static string Style(string style, Language language) => style switch
    {
        "formal" => language.Say("ていねいな文", "Formal"),
        "colloquial" => language.Say("話しことば", "Colloquial"),
        "keyword" => language.Say("単語の並び", "Keywords"),
        "abbreviation" => language.Say("略語", "Abbreviations"),
        "oldterm" => language.Say("古い名称", "Old terms"),
        "kana" => language.Say("かなだけ", "Kana only"),
        "typo" => language.Say("誤字・変換ミス", "Typing errors"),
        "english" => language.Say("英語", "English"),
        "followup" => language.Say("続けての質問", "Follow-ups"),
        "double" => language.Say("二つの質問・比較", "Two questions, comparisons"),
        "exact" => language.Say("否定・数字・条番号", "Negations, numbers, articles"),
        "limits" => language.Say("答えてはならないもの", "Limits"),
        _ => style,
    };
}
