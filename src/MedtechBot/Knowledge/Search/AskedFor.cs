using System.Text.RegularExpressions;

namespace MedtechBot.Knowledge.Search;

/// <summary>What kind of thing a question wants to hear, told from its question words.</summary>
[Flags]
internal enum AskedFor
{
    Anything = 0,
    Place = 1,
    Time = 2,
    Person = 4,
    Amount = 8,
    Count = 16,
    Reason = 32,
    Way = 64,
    Difference = 128,
    Condition = 256,
    Without = 512,
    Already = 1024,
}

internal static partial class AskedForOf
{
    private static readonly (Regex Pattern, AskedFor Kind)[] Patterns =
    [
        (Place(), AskedFor.Place), (Time(), AskedFor.Time), (Person(), AskedFor.Person), (Amount(), AskedFor.Amount),
        (Count(), AskedFor.Count), (Reason(), AskedFor.Reason), (Way(), AskedFor.Way),
        (Difference(), AskedFor.Difference), (Condition(), AskedFor.Condition), (Without(), AskedFor.Without), (Already(), AskedFor.Already),
    ];

    public static AskedFor Question(string text) =>
        Patterns.Where(p => p.Pattern.IsMatch(text)).Aggregate(AskedFor.Anything, (kinds, p) => kinds | p.Kind);

    /// <summary>Words that only tell what is asked for and not of what.</summary>
    public static bool IsAskingWord(string word) => word is "金額" or "違い" or "違う" or "異なる" or "同じ" or "相違";

    /// <summary>False when the text lacks what every answer of that kind must hold: an amount, a number, a date.</summary>
    public static bool CanBeIn(AskedFor kinds, string text) =>
        (!kinds.HasFlag(AskedFor.Amount) || AnAmount().IsMatch(text))
        && (!kinds.HasFlag(AskedFor.Count) || ANumber().IsMatch(text))
        && (!kinds.HasFlag(AskedFor.Time) || ADate().IsMatch(text));

    [GeneratedRegex("どこ|何処|場所|所在地|\\bwhere\\b", RegexOptions.IgnoreCase)]
    private static partial Regex Place();

    [GeneratedRegex("いつ|何年(?!連続)|何月|時期|年度は|\\bwhen\\b|\\b(which|what) year\\b", RegexOptions.IgnoreCase)]
    private static partial Regex Time();

    [GeneratedRegex("誰|だれ|どなた|座長|人物|\\bwho\\b", RegexOptions.IgnoreCase)]
    private static partial Regex Person();

    [GeneratedRegex("いくら|料金|費用|金額|予算|価格|補助額|上限額|how much|\\bcosts?\\b|\\bbudget\\b|\\bprice", RegexOptions.IgnoreCase)]
    private static partial Regex Amount();

    [GeneratedRegex("何(件|社|人|名|カ所|か所|ヶ所|箇所|年連続|製品|項目|段階|機関)|いくつ|人数|件数|(組織|項目|企業|会員|大学)数|how many", RegexOptions.IgnoreCase)]
    private static partial Regex Count();

    [GeneratedRegex("なぜ|理由|どうして|\\bwhy\\b", RegexOptions.IgnoreCase)]
    private static partial Regex Reason();

    [GeneratedRegex("どうすれば|どうやって|方法|手順|手続|流れ|申し?込|how (do|can|to|should)\\b|\\bsteps?\\b", RegexOptions.IgnoreCase)]
    private static partial Regex Way();

    [GeneratedRegex("違(い|う|っ)|異な|同じ|別(物|の(もの|制度|規則))|差は|比較|比べ|使い分け|\\bdiffer|\\bsame\\b|\\bversus\\b|\\bvs\\b|\\bcompar", RegexOptions.IgnoreCase)]
    private static partial Regex Difference();

    [GeneratedRegex("要件|条件(?!付)|\\brequirements?\\b|\\bcriteria\\b|\\bconditions?\\b|\\beligib", RegexOptions.IgnoreCase)]
    private static partial Regex Condition();

    // What somebody lacks; not "is there not ...?" and not what must not be done.
    [GeneratedRegex("(が|は|も|を)(ない|無い|ありません|なくて)(?!(です|でしょう)?か|の(です|でしょう)?か|の?[？?])|持(た|ってい|って)な(い|く)|持っていません|取(れ|ってい)ない|\\bwithout\\b|\\b(no|not have|lack)\\b", RegexOptions.IgnoreCase)]
    private static partial Regex Without();

    // What is to be done when something has happened.
    [GeneratedRegex("しま(った|い|って)|ちゃった|済み|(し|され|出)た(後|あと|場合)|既に|すでに|もう.{0,12}(た|て)|\\balready\\b|\\bafter\\b", RegexOptions.IgnoreCase)]
    private static partial Regex Already();

    [GeneratedRegex("無料|有料|[0-9](円|億|万|ドル|ユーロ|%|％)|free|\\$|€|¥|million|billion|記載がない", RegexOptions.IgnoreCase)]
    private static partial Regex AnAmount();

    [GeneratedRegex("[0-9一二三四五六七八九十]|記載がない")]
    private static partial Regex ANumber();

    [GeneratedRegex("[0-9]年|平成|令和|月|当初|段階|時点|早|前|記載がない|[0-9]{4}")]
    private static partial Regex ADate();
}
