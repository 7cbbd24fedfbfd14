using System.Text.RegularExpressions;

namespace MedtechBot.PersonalData;

/// <summary>Names of patients: a name with its honorific beside an age, a sex or a disease, or said to be a patient's.</summary>
internal static partial class PatientNames
{
    private const string Honorific = "(?:さん|様|氏|さま|ちゃん|くん|君|殿)";

    private const string Kanji = "[一-龥々]";

    private const string Illness = "(?:糖尿|がん|癌|腫瘍|高血圧|心不全|心筋梗塞|狭心症|不整脈|脳梗塞|脳卒中|脳出血|認知症|肺炎|喘息|腎不全|透析|肝炎|肝硬変|白血病|リウマチ|てんかん|うつ|鬱|統合失調|骨折|緑内障|白内障|難聴|症候群|病を|病で|病の|病と|炎で|炎の|炎を|手術|入院|通院|治療中|患って|発症|余命|死亡|亡くな)";

    private const string EnglishIllness = "(?:diabet|cancer|tumou?r|hypertens|heart failure|heart attack|stroke|dementia|pneumonia|asthma|dialysis|leuk|epilep|depress|fractur|glaucoma|surgery|hospitali[sz]ed|diagnosed|suffer)";

    // Who is spoken of so is nobody in particular.
    private static readonly string[] NoNames =
        ["患者", "お母", "お父", "母", "父", "お子", "子供", "皆", "みな", "奥", "旦那", "お客", "お医者", "医者", "医師", "看護師", "技師", "薬剤師", "担当者", "担当", "業者", "会社", "企業", "先方", "利用者", "使用者", "被験者", "高齢者", "男性", "女性", "平均", "年齢", "対象", "入居者", "家族", "本人", "息子", "娘", "赤", "お婆", "お爺", "祖母", "祖父", "妊婦", "同", "同様", "仕様", "多様", "模様", "一様", "王", "神", "諸", "各"];

    // Somebody at work is no patient, whatever illness they work on.
    private static readonly string[] Professions =
        [.. ((string[])["医師", "医者", "教授", "先生", "社長", "責任者", "担当者", "担当", "社員", "研究者", "開発者", "技術者", "部長", "課長", "博士", "理事", "代表", "弁護士", "弁理士", "看護師", "技師", "会長", "院長"]).SelectMany(p => new[] { p, p + "の" })];

    public static IEnumerable<PersonalDataHit> Find(string text)
    {
        foreach (var pattern in (Regex[])[BesideAge(), AgeBefore(), SaidToBePatient(), Labelled(), PatientWithAge(), NameAgeSex(), English(), EnglishPatient(), EnglishTitle()])
        {
            for (var match = pattern.Match(text); match.Success; match = match.NextMatch())
            {
                var name = match.Groups["name"];
                if (!IsName(name.Value) || Professions.Any(p => text.AsSpan(0, name.Index).EndsWith(p, StringComparison.Ordinal)))
                {
                    continue;
                }
                yield return new PersonalDataHit(name.Index, name.Length, "氏名", PersonalDataKinds.Patient);
                if (match.Groups["age"] is { Success: true } age)
                {
                    yield return new PersonalDataHit(age.Index, age.Length, "年齢", PersonalDataKinds.Patient);
                }
            }
        }
    }

    /// <summary>Full names that stand by themselves: one of the frequent family names, and at most three letters more.</summary>
    public static IEnumerable<PersonalDataHit> FindBare(string text) =>
        Bare().Matches(text).Select(m => m.Groups["name"]).Select(n => new PersonalDataHit(n.Index, n.Length, "氏名", PersonalDataKinds.Patient));

    private static bool IsName(string name)
    {
        var bare = name.Trim();
        return bare.Length > 0 && !bare.StartsWith('[') && !NoNames.Any(n => bare.EndsWith(n, StringComparison.Ordinal))
            && !bare.EndsWith('者') && !bare.EndsWith('師') && !bare.EndsWith('社');
    }

    [GeneratedRegex($"(?<![一-龥々])(?<name>(?:佐藤|鈴木|高橋|田中|伊藤|渡辺|渡邊|渡邉|山本|中村|小林|加藤|吉田|山田|佐々木|山口|松本|井上|木村|林|斎藤|斉藤|清水|山崎|森|池田|橋本|阿部|石川|山下|中島|石井|小川|前田|岡田|長谷川|藤田|後藤|近藤|村上|遠藤|青木|坂本|福田|太田|西村|藤井|金子|岡本|藤原|三浦|中野|中川|原田|松田|竹内|小野|田村|中山|和田|石田|森田|上田|原|柴田|酒井|宮崎|横山|内田|高木|安藤|宮本|大野|小島|谷口|今井|工藤|高田|増田|丸山|杉山|村田|大塚|新井|小山|平野|藤本|河野|上野|野口|武田|松井|千葉|菅原|岩崎|久保|木下|佐野|野村|松尾|菊地|菊池|市川|杉本|古川|大西|島田|水野|桜井|渡部|吉川|山内|西田|飯田|菅野|西川|小松|北村|安田|五十嵐|川口|平田|関|中田|久保田|東|服部|川崎|岩田|土屋|福島|本田|辻|樋口|秋山|田口|永井|山中)[ 　]?{Kanji}{{1,3}})(?=[、,。\\s(は]|です|\\z)")]
    private static partial Regex Bare();

    [GeneratedRegex($"(?<name>{Kanji}{{1,4}}(?:[ 　]{Kanji}{{1,3}})?|[ァ-ヶー]{{2,8}}|[ぁ-ん]{{2,6}}){Honorific}[\\s、,(はがの・:]{{0,4}}(?:(?:{Kanji}|[ァ-ヶー、]){{0,8}}(?<age>\\d{{1,3}}\\s?[歳才代])|男性|女性|(?:[^。\\n]{{0,14}}){Illness})")]
    private static partial Regex BesideAge();

    [GeneratedRegex($"(?<age>\\d{{1,3}}\\s?[歳才])[の、,\\s)]{{0,3}}(?:男性|女性|男|女)?[の、,\\s)]{{0,3}}(?:患者)?[の、,\\s]{{0,2}}(?<name>{Kanji}{{1,4}}(?:[ 　]{Kanji}{{1,3}})?|[ァ-ヶー]{{2,8}}){Honorific}")]
    private static partial Regex AgeBefore();

    [GeneratedRegex($"(?:患者|被験者|症例)(?:の|は|である|・|:|、)?\\s?(?<name>{Kanji}{{1,4}}(?:[ 　]{Kanji}{{1,3}})?|[ァ-ヶー]{{2,8}}|[ぁ-ん]{{2,6}}){Honorific}")]
    private static partial Regex SaidToBePatient();

    [GeneratedRegex($"(?:患者名|氏名|お名前|患者氏名|患者の名前|被験者名)[\\s:はが]{{1,3}}(?<name>{Kanji}{{1,4}}(?:[ 　]?{Kanji}{{1,3}})?|[ァ-ヶー]{{2,8}}(?:[ 　][ァ-ヶー]{{2,8}})?)(?={Honorific}|です|でし|[\\s、,。(]|\\z)")]
    private static partial Regex Labelled();

    [GeneratedRegex($"(?:患者|被験者)(?:は|の|:|、)\\s?(?<name>{Kanji}{{2,4}}(?:[ 　]{Kanji}{{1,3}})?)[、,\\s(]{{1,3}}(?<age>\\d{{1,3}}\\s?[歳才])")]
    private static partial Regex PatientWithAge();

    [GeneratedRegex($"(?<![一-龥々])(?<name>{Kanji}{{2,4}}|{Kanji}{{1,3}}[ 　]{Kanji}{{1,3}})[、,\\s(]{{1,3}}(?<age>\\d{{1,3}}\\s?[歳才])[、,\\s]{{0,2}}(?:男性|女性|男|女)")]
    private static partial Regex NameAgeSex();

    [GeneratedRegex("(?<name>[A-Z][a-z]{1,20} [A-Z][a-z]{1,20})(?:,| is| was)? \\(?(?:aged |a |an )?(?<age>\\d{1,3})(?:[ -]years?[ -]old| ?y\\.?o\\.?\\b| ?[MF]\\b| years)")]
    private static partial Regex English();

    [GeneratedRegex("(?:[Pp]atient|PATIENT|[Ss]ubject)(?:'s)?(?: name)?(?: is|:|,)? ?(?:Mr\\.? |Mrs\\.? |Ms\\.? )?(?<name>[A-Z][a-z]{1,20} [A-Z][a-z]{1,20})(?:[, (]{1,3}(?:aged )?(?<age>\\d{1,3}))?")]
    private static partial Regex EnglishPatient();

    [GeneratedRegex($"\\b(?:Mr|Mrs|Ms|Miss)\\.? (?<name>[A-Z][a-z]{{1,20}}(?: [A-Z][a-z]{{1,20}})?)(?:[, (]{{1,3}}(?:aged |who is |is )?(?<age>\\d{{1,3}})|[^.\\n]{{0,40}}{EnglishIllness})")]
    private static partial Regex EnglishTitle();
}
