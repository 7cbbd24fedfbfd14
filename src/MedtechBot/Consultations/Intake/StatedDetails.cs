using System.Text.RegularExpressions;
using MedtechBot.Answers;
using MedtechBot.Knowledge.Search;

namespace MedtechBot.Consultations.Intake;

/// <summary>What one message of an asker says about their matter. Looks for statements, not for words: who asks what a trial costs runs none.</summary>
internal sealed partial class StatedDetails(string message)
{
    // Letters of full width read as the others, at the same places.
    private readonly string _text = Typed.Narrow(message);

    public int? Stage => Named(StageNumber(), "①②③④⑤⑥⑦⑧")
        ?? (Producing().IsMatch(_text) ? 8 : Selling().IsMatch(_text) ? 7 : InTrial().IsMatch(_text) ? 6 : HasPrototype().IsMatch(_text) ? 5
            : Applying().IsMatch(_text) ? 4 : Planning().IsMatch(_text) ? 2 : HasIdea().IsMatch(_text) ? 1 : null);

    public int? SupportType => Named(TypeNumber(), "①②③")
        ?? (Manufacturer().IsMatch(_text) ? 2 : MedicalCompany().IsMatch(_text) ? 1 : SoftwareCompany().IsMatch(_text) ? 3 : null);

    public ProductForm? Form => (Software().IsMatch(_text), Hardware().IsMatch(_text)) switch
    {
        (true, true) => ProductForm.Both,
        (true, false) => ProductForm.Software,
        (false, true) => ProductForm.Hardware,
        _ => null,
    };

    public Wish? Wish => (WantsWhat().IsMatch(_text), WantsHow().IsMatch(_text)) switch
    {
        (true, false) => Consultations.Wish.What,
        (false, true) => Consultations.Wish.How,
        _ => null,
    };

    /// <summary>As it was written; none when several are weighed against each other.</summary>
    public string? SupposedClass
    {
        get
        {
            var named = Class().Matches(_text).Concat(ClassInWords().Matches(_text)).DistinctBy(m => m.Value).ToList();
            return named is [var only] ? Written(only) : null;
        }
    }

    public string? Deadline => Until().Match(_text) is { Success: true } until ? Written(until.Groups["when"])
        : DueAt().Match(_text) is { Success: true } due ? Written(due.Groups["when"])
        : SoonWords().Match(_text) is { Success: true } soon ? Written(soon) : null;

    public string? PublicFunding => Funding().Match(_text) is { Success: true } found ? Written(found).Trim(' ', '、', ',') : null;

    public string? Prefecture => Prefectures.In(_text);

    public string? Markets(Language language)
    {
        var codes = Jurisdictions.In(_text);
        var names = MarketNames.Where(m => codes.Contains(m.Code) && (m.Code != Jurisdictions.Home || HomeMarket().IsMatch(_text)))
            .Select(m => language == Language.English ? m.English : m.Japanese).ToList();
        return names.Count == 0 ? null : string.Join(language == Language.English ? ", " : "、", names);
    }

    private static readonly (string Code, string Japanese, string English)[] MarketNames =
    [
        ("JP", "日本", "Japan"), ("US", "米国", "United States"), ("EU", "欧州(EU)", "EU"), ("UK", "英国", "United Kingdom"), ("CN", "中国", "China"), ("KR", "韓国", "Korea"),
        ("TW", "台湾", "Taiwan"), ("SG", "シンガポール・ASEAN", "Singapore/ASEAN"), ("AU", "オーストラリア", "Australia"), ("CA", "カナダ", "Canada"), ("BR", "ブラジル", "Brazil"), ("DE", "ドイツ", "Germany"),
    ];

    private int? Named(Regex number, string circled)
    {
        if (number.Match(_text) is not { Success: true } match)
        {
            return null;
        }
        var sign = match.Groups["n"].Value[0];
        return char.IsAsciiDigit(sign) ? sign - '0' : circled.IndexOf(sign, StringComparison.Ordinal) + 1;
    }

    private string Written(Capture found) => message.Substring(found.Index, found.Length);

    private const string Dates = @"(?:(?:20\d\d|令和\s?\d{1,2}|R\d{1,2})\s?年(?:度末?|\s?\d{1,2}\s?月(?:\s?\d{1,2}\s?日|末|頃|中)?)?|\d{1,2}\s?月(?:\s?\d{1,2}\s?日|末|頃|中旬|上旬|下旬)?|20\d\d[/-]\d{1,2}(?:[/-]\d{1,2})?|\d{1,2}/\d{1,2}|再来月末?|来月末?|今月末?|月末|来週|今週|年内|年末|年度内|年度末|今年度末?|来年度?|半年後|1年後)";

    private const string EnglishDates = @"(?:(?:the )?end of (?:the |this |next )?(?:month|year|january|february|march|april|may|june|july|august|september|october|november|december)|next (?:week|month|year)|(?:\d{1,2} )?(?:january|february|march|april|may|june|july|august|september|october|november|december)(?: \d{1,2}(?!\d))?(?:,? 20\d\d)?|20\d\d-\d\d(?:-\d\d)?)";

    [GeneratedRegex(@"(?:段階|ステージ|\bstage)\s?(?<n>[①-⑧]|[1-8](?!\d))|(?<n>[①-⑧])\s?の?(?:段階|ステージ)", RegexOptions.IgnoreCase)]
    private static partial Regex StageNumber();

    [GeneratedRegex("量産(?:中|段階|を(?:開始|始め|して)|に入)|(?:now |already )?in (?:mass )?production", RegexOptions.IgnoreCase)]
    private static partial Regex Producing();

    [GeneratedRegex("(?:発売|販売|上市)(?:中|済み|して(?:い|お)|を(?:開始し|始め(?:た|て|まし)))|already (?:on sale|selling|marketed)|we (?:already )?sell ", RegexOptions.IgnoreCase)]
    private static partial Regex Selling();

    [GeneratedRegex(@"(?:治験|臨床試験|臨床研究)(?:中|を(?:実施して|行って|実施中|進めて|(?:開始|始め)(?:し|た|まし)))|(?:we are|we're|currently|now) (?:in|running|conducting) (?:a |our |the )?clinical (?:trials?|study)", RegexOptions.IgnoreCase)]
    private static partial Regex InTrial();

    [GeneratedRegex("試作(?:品|機)?(?:は|が|を|も|まで)?(?:もう|すでに|既に)?(?:でき|完成|作った|作って(?:い|お)|作りました|終わ|あり|ある|持って|中(?!止)|段階)|プロトタイプ(?:は|が|を|まで)?(?:もう|すでに|既に)?(?:でき|完成|作った|作って(?:い|お)|あり|ある|段階)|開発中|研究開発段階|(?:have|built|made|finished|completed|our) (?:a |an |the |our )?(?:working |first )?prototype|prototype (?:is|was) (?:ready|done|finished|built)", RegexOptions.IgnoreCase)]
    private static partial Regex HasPrototype();

    [GeneratedRegex("(?:承認|認証)(?:の)?申請(?:中|を準備(?:中|して)|の準備(?:中|をして)|を予定|予定)|(?:preparing|we filed|we have filed) (?:for )?(?:our |an? |the )?(?:approval|application|submission)", RegexOptions.IgnoreCase)]
    private static partial Regex Applying();

    [GeneratedRegex("(?:企画|構想|計画)(?:中|段階)|事業計画を(?:作って|作成中|検討して|練って)|planning stage", RegexOptions.IgnoreCase)]
    private static partial Regex Planning();

    [GeneratedRegex(@"アイデア(?:段階|だけ|しか|はあ|があ)|シーズ(?:段階|はあ|があ|を持)|(?:only|just) (?:have )?an idea|have an idea|at the idea stage", RegexOptions.IgnoreCase)]
    private static partial Regex HasIdea();

    [GeneratedRegex("(?:類型|タイプ|支援型)\\s?(?<n>[①-③]|[1-3](?!\\d))|(?<n>[①-③])\\s?(?:医療関連企業活用型|ものづくり企業活用型|都市圏内ニーズ活用型)", RegexOptions.IgnoreCase)]
    private static partial Regex TypeNumber();

    [GeneratedRegex("町工場(?:です|を(?:営|経営|やって)|で(?:すが|、))|ものづくり企業(?:です|で、)|異業種から(?:の)?(?:参入|医療)|(?:金属|樹脂|精密|板金|部品)(?:加工|成形|製造)?(?:の会社|業|メーカー)(?:です|で、|を営)|we are a (?:small )?(?:manufacturer|machine shop|parts maker)", RegexOptions.IgnoreCase)]
    private static partial Regex Manufacturer();

    [GeneratedRegex("(?:医療機器(?:の)?(?:メーカー|企業|製造販売業者)|医療関連企業)(?:です|で、|として)|we are a medical device (?:company|maker|manufacturer)", RegexOptions.IgnoreCase)]
    private static partial Regex MedicalCompany();

    [GeneratedRegex("(?:IT|ICT|ソフトウェア|システム開発)(?:の)?(?:会社|企業)(?:です|で、)|we are an? (?:IT|ICT|software) company", RegexOptions.IgnoreCase)]
    private static partial Regex SoftwareCompany();

    [GeneratedRegex("SaMD|プログラム医療機器|医療機器プログラム|アプリ(?!ケーター)|ソフトウェア|(?<![a-z])(?:software|app|AI)(?![a-z])", RegexOptions.IgnoreCase)]
    private static partial Regex Software();

    [GeneratedRegex(@"ハードウェア|カテーテル|内視鏡|ステント|インプラント|鉗子|注射針|縫合|ウェアラブル|センサー|測定器|装置|器具|\b(?:hardware|catheter|stent|implant|endoscope|wearable|sensor)s?\b", RegexOptions.IgnoreCase)]
    private static partial Regex Hardware();

    [GeneratedRegex("何をすべき|何をすれば|何から(?:始め|手|やれ)|どこから(?:始め|手)|まず何|what (?:should|must|do) (?:we|i) (?:have to |need to )?do|where (?:do|should) (?:we|i) (?:start|begin)|what to do", RegexOptions.IgnoreCase)]
    private static partial Regex WantsWhat();

    [GeneratedRegex("どう(?:実現|やって実現)|代行|委託したい|外注したい|依頼したい|(?:作成|申請|試験|設計)を?(?:して|やって)(?:もらい|ほしい|くれ)|書いて(?:ほしい|もらい)|専門家を紹介|how (?:do|can) we (?:get|make) it done|do it for us|outsource|hire (?:an |a )?(?:expert|consultant)", RegexOptions.IgnoreCase)]
    private static partial Regex WantsHow();

    [GeneratedRegex(@"(?:クラス|class)\s?(?:IV|I{1,3}[ab]?|Ⅳ|Ⅲ|Ⅱ|Ⅰ|[1-4])(?:[ab])?(?![a-z0-9])", RegexOptions.IgnoreCase)]
    private static partial Regex Class();

    [GeneratedRegex("(?:高度管理|管理|一般)医療機器(?!等)")]
    private static partial Regex ClassInWords();

    [GeneratedRegex($@"(?<when>{Dates})\s?(?:頃|ごろ|中)?(?:まで|が(?:期限|締切|締め切り|〆切)|に(?:は)?(?:提出|申請|応募|発売|上市|展示|発表|出願|間に合))|\bby (?<when>{EnglishDates})", RegexOptions.IgnoreCase)]
    private static partial Regex Until();

    [GeneratedRegex($@"(?:期限|締切|締め切り|〆切|納期)(?:は|が|:|の)?\s?(?<when>{Dates})|(?:deadline|due)(?: is|:| on)? (?<when>{EnglishDates})", RegexOptions.IgnoreCase)]
    private static partial Regex DueAt();

    [GeneratedRegex(@"再来月末?|来月末?|今月(?:中|末)|今週中|来週(?:中)?|年内|年度内|今年度中|\bnext (?:week|month)\b", RegexOptions.IgnoreCase)]
    private static partial Regex SoonWords();

    [GeneratedRegex(@"(?:AMED|NEDO|JST|SBIR|Go-Tech|科研費|KAKENHI|ものづくり補助金|事業再構築補助金|[^\s、。,の]{0,12}(?:補助金|助成金|委託事業))[^。、,.\n]{0,20}?(?:採択|交付|受給|受けて|もらって|応募中|申請中|申請して|応募して|活用して|\b(?:awarded|granted)\b)|(?:funded by|(?:received|applied for|won|have) an? )\s?(?:AMED|NEDO|JST|SBIR)[a-z ]{0,12}", RegexOptions.IgnoreCase)]
    private static partial Regex Funding();

    [GeneratedRegex("日本(?:国内)?(?:市場|で(?:の)?(?:販売|発売|上市|承認|売))|国内(?:市場|で(?:の)?(?:販売|発売|上市|売))|(?:sell|market|launch|approval)[a-z ]{0,12} in japan|japanese market", RegexOptions.IgnoreCase)]
    private static partial Regex HomeMarket();
}
