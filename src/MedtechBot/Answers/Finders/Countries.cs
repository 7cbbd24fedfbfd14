using System.Text.RegularExpressions;

namespace MedtechBot.Answers.Finders;

/// <param name="Code">As passages name it.</param>
/// <param name="Spellings">How people write it, the first being how it is shown in Japanese.</param>
internal sealed record Country(string Code, string English, IReadOnlyList<string> Spellings);

/// <summary>The countries people compare, those the knowledge says nothing about included: then that is what is answered.</summary>
internal static partial class Countries
{
    public static IReadOnlyList<Country> All { get; } =
    [
        new("JP", "Japan", ["日本", "国内", "にほん", "Japan", "Japanese"]),
        new("US", "United States", ["米国", "アメリカ", "べいこく", "あめりか", "US", "USA", "U.S.", "United States", "America", "American"]),
        new("EU", "EU", ["EU", "欧州", "ヨーロッパ", "おうしゅう", "European Union", "Europe", "European"]),
        new("UK", "United Kingdom", ["英国", "イギリス", "UK", "United Kingdom", "Britain", "British"]),
        new("DE", "Germany", ["ドイツ", "Germany", "German"]),
        new("SG", "Singapore", ["シンガポール", "Singapore"]),
        new("CN", "China", ["中国", "China", "Chinese"]),
        new("KR", "Korea", ["韓国", "South Korea", "Korea", "Korean"]),
        new("TW", "Taiwan", ["台湾", "Taiwan"]),
        new("CA", "Canada", ["カナダ", "Canada", "Canadian"]),
        new("AU", "Australia", ["豪州", "オーストラリア", "Australia", "Australian"]),
        new("BR", "Brazil", ["ブラジル", "Brazil"]),
        new("MY", "Malaysia", ["マレーシア", "Malaysia"]),
        new("TH", "Thailand", ["タイ", "Thailand"]),
        new("ID", "Indonesia", ["インドネシア", "Indonesia"]),
        new("VN", "Vietnam", ["ベトナム", "Vietnam"]),
        new("PH", "Philippines", ["フィリピン", "Philippines"]),
        new("IN", "India", ["インド", "India"]),
        new("CH", "Switzerland", ["スイス", "Switzerland"]),
        new("FR", "France", ["フランス", "France"]),
    ];

    public static Spellings Names { get; } = new(All.SelectMany(j => j.Spellings));

    /// <summary>Countries written together, one letter each: 日米, 日米欧.</summary>
    public static string Spread(string text) =>
        Together().Replace(text, m => string.Join('と', m.Value.Select(c => c switch { '日' => "日本", '米' => "米国", '欧' => "欧州", '英' => "英国", '中' => "中国", '韓' => "韓国", _ => "ドイツ" })));

    [GeneratedRegex("(?<![\\p{IsCJKUnifiedIdeographs}])([日米欧]{2,3}|日[英中韓独])(?=の|で|、|を|は|比較|[・\\s]|$)")]
    private static partial Regex Together();
}
