using System.Text.RegularExpressions;

namespace MedtechBot.Turns;

/// <summary>Prefectures and regions: a follow-up that only names another place asks the same for that place.</summary>
internal static partial class Places
{
    /// <summary>The earlier question with its place replaced by the one named now; null when either names none.</summary>
    public static string? Replace(string before, string now)
    {
        var wanted = Place().Match(now);
        return wanted.Success && Place().IsMatch(before) && now.Length <= wanted.Length + 8
            ? Place().Replace(before, wanted.Value)
            : null;
    }

    [GeneratedRegex("(北海道|青森|岩手|宮城|秋田|山形|福島|茨城|栃木|群馬|埼玉|千葉|東京|神奈川|新潟|富山|石川|福井|山梨|長野|岐阜|静岡|愛知|三重|滋賀|京都|大阪|兵庫|奈良|和歌山|鳥取|島根|岡山|広島|山口|徳島|香川|愛媛|高知|福岡|佐賀|長崎|熊本|大分|宮崎|鹿児島|沖縄|東北|関東|中部|近畿|関西|中国地方|四国|九州)(都|府|県)?")]
    private static partial Regex Place();
}
