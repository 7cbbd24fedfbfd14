using System.Text.RegularExpressions;

namespace MedtechBot.Knowledge.Search;

/// <summary>The countries and regions a text names, by their own names, their authorities and their procedures.</summary>
internal static partial class Jurisdictions
{
    public const string Home = "JP";
    public static readonly IReadOnlySet<string> HomeOnly = new HashSet<string> { Home };
    public const string Anywhere = "GLOBAL";

    /// <summary>A country that the sources say nothing about.</summary>
    public const string Unknown = "OTHER";

    private static readonly (Regex Names, string Code)[] All =
    [
        (Japan(), Home), (UnitedStates(), "US"), (Europe(), "EU"), (Kingdom(), "UK"), (China(), "CN"), (Korea(), "KR"), (Taiwan(), "TW"),
        (Singapore(), "SG"), (Australia(), "AU"), (Canada(), "CA"), (Brazil(), "BR"), (Germany(), "DE"), (Asean(), "SG"), (Elsewhere(), Unknown),
    ];

    /// <summary>Codes as documents carry them; empty when the text names none.</summary>
    public static IReadOnlySet<string> In(string text) =>
        All.Where(j => j.Names.IsMatch(text)).Select(j => j.Code).ToHashSet(StringComparer.Ordinal);

    [GeneratedRegex("日本(?!医師会)|国内|わが国|我が国|PMDA|厚生労働|厚労|薬機|薬事法|都道府県|中医協|AMED|\\bjapan|\\b(tokyo|osaka|kyoto|kobe|sapporo|nagoya|fukuoka|fukushima|yokohama)\\b|\\bMHLW\\b|\\bPMD act\\b", RegexOptions.IgnoreCase)]
    private static partial Regex Japan();

    [GeneratedRegex("米国|アメリカ|(?<![a-z])FDA(?![a-z])|510\\s?\\(?k|de ?novo|(?<![a-z])(PMA|QMSR|eSTAR|MDUFA|IDE|CMS)(?![a-z])|ボストン|マサチューセッツ|massmedic|(?<![a-z])U\\.?S\\.?(A\\.?)?(?![a-z])|ブレークスルー|breakthrough|united states", RegexOptions.IgnoreCase)]
    private static partial Regex UnitedStates();

    [GeneratedRegex("(?<![a-z])EU(?![a-z])|欧州|ヨーロッパ|(?<![a-z])(MDR|IVDR|MDCG|EUDAMED|MDD|AIMDD|EPO|EPC)(?![a-z])|CEマーク|ノーティファイド|\\beurope|フランス|イタリア|スペイン|オランダ|ベルギー|ポーランド|スウェーデン|アイルランド|\\b(france|french|italy|spain|netherlands|belgium|poland|sweden|ireland)\\b|\\bCE mark|notified bod", RegexOptions.IgnoreCase)]
    private static partial Regex Europe();

    [GeneratedRegex("英国|イギリス|(?<![a-z])(MHRA|UKCA|UK)(?![a-z])|united kingdom|britain|british|england|scotland|ロンドン|london", RegexOptions.IgnoreCase)]
    private static partial Regex Kingdom();

    [GeneratedRegex("中国(?!地方|地域|四国|経済)|(?<![a-z])NMPA(?![a-z])|\\bchin(a|ese)\\b|北京|上海|\\b(beijing|shanghai)\\b", RegexOptions.IgnoreCase)]
    private static partial Regex China();

    [GeneratedRegex("韓国|(?<![a-z])(MFDS|KFDA|KGMP)(?![a-z])|\\bkorea|ソウル|\\bseoul\\b", RegexOptions.IgnoreCase)]
    private static partial Regex Korea();

    [GeneratedRegex("台湾|(?<![a-z])TFDA(?![a-z])|\\btaiwan", RegexOptions.IgnoreCase)]
    private static partial Regex Taiwan();

    [GeneratedRegex("シンガポール|(?<![a-z])(HSA|MEDICS|SMDR)(?![a-z])|\\bsingapore", RegexOptions.IgnoreCase)]
    private static partial Regex Singapore();

    [GeneratedRegex("オーストラリア|豪州|(?<![a-z])(TGA|ARTG)(?![a-z])|\\baustralia", RegexOptions.IgnoreCase)]
    private static partial Regex Australia();

    [GeneratedRegex("カナダ|health canada|\\bcanad", RegexOptions.IgnoreCase)]
    private static partial Regex Canada();

    [GeneratedRegex("ブラジル|anvisa|\\bbrazil", RegexOptions.IgnoreCase)]
    private static partial Regex Brazil();

    [GeneratedRegex("ドイツ|独国|medical valley|メディカルバレー|エアランゲン|ニュルンベルク|\\bgerman", RegexOptions.IgnoreCase)]
    private static partial Regex Germany();

    [GeneratedRegex("インド(?!ネシア)|ロシア|メキシコ|アルゼンチン|チリ(?![ァ-ヴー])|コロンビア|ペルー|サウジ|ドバイ|アラブ|中東|イスラエル|トルコ|エジプト|アフリカ|スイス|ニュージーランド|香港|モンゴル|\\b(india|mumbai|delhi|cdsco|russia|mexico|argentina|chile|colombia|peru|saudi|dubai|uae|middle east|israel|turkey|egypt|africa|switzerland|swiss|swissmedic|new zealand|hong kong|mongolia)\\b", RegexOptions.IgnoreCase)]
    private static partial Regex Elsewhere();

    [GeneratedRegex("(?<![a-z])(ASEAN|AMDD|CSDT)(?![a-z])|アセアン|マレーシア|タイ(国|の|で|王国)|インドネシア|ベトナム|フィリピン", RegexOptions.IgnoreCase)]
    private static partial Regex Asean();
}
