using System.Globalization;
using MedtechBot.Answers;
using MedtechBot.Knowledge.Search;

namespace MedtechBot.Host.Desk.Sources;

/// <summary>What the desk calls the reasons for an order.</summary>
internal static class WhyWords
{
    // More would be read by nobody.
    private const int MostTerms = 8;

    public static string Part(string name) => name switch
    {
        "words" => "本文の語",
        "titles" => "見出しの語",
        "bigrams" => "文字の並び",
        "kana" => "読み",
        "synonyms" => "言い換え",
        "coverage" => "質問の語がそろう",
        "sentence" => "1文にまとまる",
        "near" => "語が近い",
        "heading" => "見出しを尋ねている",
        "counted" => "尋ねた数・日付がある",
        "learned terms" => "学習した質問の語",
        "learned nearest" => "学習した質問に似る",
        "learned neighbours" => "似た学習済みの質問の多さ",
        "learned often" => "確認された質問の多さ",
        _ => name,
    };

    /// <summary>The part's terms, or how its points came about.</summary>
    public static string Terms(ExplainedPassage passage, ExplainedPart part)
    {
        var terms = passage.Terms.Where(t => t.Field == part.Name).ToList();
        return terms.Count == 0 ? $"{Number(part.Value)} × {Number(part.Weight)}"
            : string.Join("、", terms.Take(MostTerms).Select(t => $"{t.Term} {Number(t.Contribution)}")) + (terms.Count > MostTerms ? $"、ほか{terms.Count - MostTerms}" : "");
    }

    public static string InAnswer(RelevanceParts parts) => string.Join("、", new (string Name, double Adds)[]
    {
        ("検索", parts.Found), ("見出しとの一致", parts.Resemblance), ("質問の網羅", parts.Coverage), ("前の質問との関わり", parts.Context),
        ("限定つきの記述", parts.Limit), ("期限切れ", parts.Expired), ("尋ねたものがない", parts.OtherKind), ("別の事案", parts.OtherCase),
        ("直前と同じ文書", parts.SameDocument), ("国・地域", parts.Place),
    }.Where(p => p.Adds != 0).Select(p => p.Name + " " + p.Adds.ToString("+0.##;−0.##", CultureInfo.InvariantCulture)));

    public static string Number(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);

    public static string Percent(double share) => share.ToString("0%", CultureInfo.InvariantCulture);
}
