namespace MedtechBot.Consultations.Intake;

/// <summary>Japan's prefectures, in their official order, as the directory writes them.</summary>
public static class Prefectures
{
    public static IReadOnlyList<(string Name, string English)> All { get; } =
    [
        ("北海道", "Hokkaido"), ("青森県", "Aomori"), ("岩手県", "Iwate"), ("宮城県", "Miyagi"), ("秋田県", "Akita"), ("山形県", "Yamagata"), ("福島県", "Fukushima"),
        ("茨城県", "Ibaraki"), ("栃木県", "Tochigi"), ("群馬県", "Gunma"), ("埼玉県", "Saitama"), ("千葉県", "Chiba"), ("東京都", "Tokyo"), ("神奈川県", "Kanagawa"),
        ("新潟県", "Niigata"), ("富山県", "Toyama"), ("石川県", "Ishikawa"), ("福井県", "Fukui"), ("山梨県", "Yamanashi"), ("長野県", "Nagano"), ("岐阜県", "Gifu"),
        ("静岡県", "Shizuoka"), ("愛知県", "Aichi"), ("三重県", "Mie"), ("滋賀県", "Shiga"), ("京都府", "Kyoto"), ("大阪府", "Osaka"), ("兵庫県", "Hyogo"),
        ("奈良県", "Nara"), ("和歌山県", "Wakayama"), ("鳥取県", "Tottori"), ("島根県", "Shimane"), ("岡山県", "Okayama"), ("広島県", "Hiroshima"), ("山口県", "Yamaguchi"),
        ("徳島県", "Tokushima"), ("香川県", "Kagawa"), ("愛媛県", "Ehime"), ("高知県", "Kochi"), ("福岡県", "Fukuoka"), ("佐賀県", "Saga"), ("長崎県", "Nagasaki"),
        ("熊本県", "Kumamoto"), ("大分県", "Oita"), ("宮崎県", "Miyazaki"), ("鹿児島県", "Kagoshima"), ("沖縄県", "Okinawa"),
    ];

    /// <summary>The one prefecture that the text says somebody is in; null when it says none, or more than one.</summary>
    public static string? In(string text)
    {
        // 東京都にある is not 京都にある.
        var rest = All.Aggregate(text, (t, p) => t.Replace(p.Name, " ", StringComparison.Ordinal));
        var named = All.Where(p => text.Contains(p.Name, StringComparison.Ordinal) || IsHome(rest, p.Name, p.English)).ToList();
        return named is [var only] ? only.Name : null;
    }

    // The short name also begins other names (福島第一, 東京大学): only with words that say somebody is there.
    private static bool IsHome(string text, string name, string english)
    {
        string[] japanese = ["の会社", "の企業", "のメーカー", "の町工場", "の病院", "のクリニック", "の大学", "のスタートアップ", "のベンチャー", "にある", "に本社", "に拠点", "で開発", "で製造", "で起業", "で創業", "在住"];
        string[] before = ["we are in ", "we're in ", "based in ", "located in ", "company in ", "start-up in ", "startup in ", "hospital in ", "maker in "];
        var little = name == "北海道" ? name : name[..^1];
        return japanese.Any(words => text.Contains(little + words, StringComparison.Ordinal))
            || before.Any(words => text.Contains(words + english, StringComparison.OrdinalIgnoreCase));
    }
}
