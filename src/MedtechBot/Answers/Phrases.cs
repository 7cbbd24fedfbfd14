using MedtechBot.Knowledge;

namespace MedtechBot.Answers;

/// <summary>What the bot says around the quotes.</summary>
internal static class Phrases
{
    public static string LimitNote(StatementLimit limit, Language language) => (limit, language) switch
    {
        (StatementLimit.Superseded, Language.English) => "Note: this describes an older scheme or name. Please check the current one with its publisher.",
        (StatementLimit.Superseded, _) => "※以前の制度や名称についての記述です。現在の条件は発行元でご確認ください。",
        (StatementLimit.Disagree, Language.English) => "Note: the sources do not agree here, or are doubtful.",
        (StatementLimit.Disagree, _) => "※この点は資料の間に不一致や疑いがあります。",
        (StatementLimit.Unverified, Language.English) => "Note: not yet confirmed in an official source.",
        (StatementLimit.Unverified, _) => "※公的な一次資料ではまだ確認できていません。",
        (StatementLimit.NotInSources, Language.English) => "The sources leave this open; a coordinator can look into it for you.",
        (StatementLimit.NotInSources, _) => "資料で分かるのはここまでです。必要でしたら担当者におつなぎします。",
        _ => "",
    };

    public static string DateLine(IReadOnlyList<Passage> passages, Language language)
    {
        var dates = passages.Select(p => p.AsOf).Distinct().Order().ToList();
        return language == Language.English
            ? "As of " + string.Join(", ", dates)
            : string.Join("、", dates.Select(d => d.ToJapanese())) + "時点の資料によります";
    }

    public static string InGeneral(Language language) =>
        language == Language.English ? "In general, the sources say:" : "一般的なこととして、資料には次のようにあります。";
}
