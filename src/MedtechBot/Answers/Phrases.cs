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

    /// <summary>What is said of citations that are past their last day; they are named by number where the answer has others beside them.</summary>
    public static string Expired(DateOnly until, IReadOnlyList<int> positions, int citations, Language language)
    {
        var marks = positions.Count < citations ? string.Concat(positions.Select(p => $"[{p}]")) : "";
        return language == Language.English
            ? $"Note: the information {(marks.Length > 0 ? $"in {marks} " : "")}speaks for the time until {until:yyyy-MM-dd}, which has passed. Please check what holds now with its publisher."
            : $"※{(marks.Length > 0 ? marks + "は、" : "")}{until.Year}年{until.Month}月{until.Day}日までの情報で、その期限を過ぎています。現在の内容は発行元でご確認ください。";
    }

    public static string DateLine(IReadOnlyList<Passage> passages, Language language)
    {
        var dates = passages.Select(p => p.AsOf).Distinct().Order().ToList();
        return language == Language.English
            ? "As of " + string.Join(", ", dates)
            : string.Join("、", dates.Select(d => d.ToJapanese())) + "時点の資料によります";
    }

    public static string Nearest(Language language) =>
        language == Language.English
            ? "I found nothing that matches exactly; the nearest that the sources say is this. A coordinator can look into the rest."
            : "ぴったりの記載は見つかりませんでした。いちばん近い内容は次のとおりです。違うときは担当者におつなぎします。";

    public static string OtherPartOpen(Language language) =>
        language == Language.English
            ? "I found nothing on the other part of your question; a coordinator can look into it."
            : "ご質問のもう一方の点は、資料の中に見つかりませんでした。必要でしたら担当者におつなぎします。";

    /// <summary>Heads what may have been meant as well.</summary>
    public static string AlsoClose(Language language) => language == Language.English ? "Also close to your question:" : "ほかに近い記載:";

    public static string InGeneral(Language language) =>
        language == Language.English ? "In general, the sources say:" : "一般的なこととして、資料には次のようにあります。";
}
