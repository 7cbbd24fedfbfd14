using MedtechBot.Answers;
using MedtechBot.Host.Pages;
using MedtechBot.Knowledge;

namespace MedtechBot.Host.KnowledgePages;

/// <summary>The knowledge base's terms as readers see them.</summary>
internal static class KnowledgeWords
{
    /// <summary>In the order of a development project.</summary>
    public static readonly IReadOnlyList<string> Topics = ["ecosystem", "regulatory", "ip", "clinical", "reimbursement", "funding", "overseas"];

    public static string Topic(string topic, Language language) => topic switch
    {
        "ecosystem" => language.Say("支援体制・相談先", "Support and whom to ask"),
        "regulatory" => language.Say("薬事・規制", "Regulation"),
        "ip" => language.Say("知的財産", "Intellectual property"),
        "clinical" => language.Say("臨床・治験", "Clinical studies"),
        "reimbursement" => language.Say("保険償還", "Reimbursement"),
        "funding" => language.Say("補助金・資金", "Funding"),
        "overseas" => language.Say("海外展開", "Overseas markets"),
        _ => language.Say("その他", "Other"),
    };

    public static string Of(Authority authority, Language language) => authority switch
    {
        Authority.Law => language.Say("法令・通知", "Law or notification"),
        Authority.Authority => language.Say("行政機関の資料", "Publication of an authority"),
        Authority.Guidebook => language.Say("手引き", "Guidebook"),
        _ => language.Say("事例(規則ではありません)", "Case study (experience, not a rule)"),
    };

    /// <summary>Why the statement must be read with care; null when nothing limits it.</summary>
    public static string? Of(StatementLimit limit, Language language) => limit switch
    {
        StatementLimit.NotInSources => language.Say("手元の資料には記載がない事項です。", "The sources at hand leave this open."),
        StatementLimit.Superseded => language.Say("古い制度や名称の情報です。現在は変わっている可能性があります。", "This describes an older scheme or name; it may have been replaced."),
        StatementLimit.Disagree => language.Say("資料によって記載が異なるか、記載に疑問があります。", "Sources disagree here, or are doubtful."),
        StatementLimit.Conditional => language.Say("条件によって変わります。個別の判断は専門家に確かめてください。", "This depends on conditions; have an expert judge the single case."),
        StatementLimit.Unverified => language.Say("裏付けを確認できていない情報です。", "This has not been verified."),
        _ => null,
    };

    public static string Date(PartialDate date, Language language) => language.Say(date.ToJapanese(), date.ToString());

    public static string Date(DateOnly date, Language language) => Date(new PartialDate(date.Year, date.Month, date.Day), language);

    public static string AsOf(PartialDate date, Language language) => language.Say($"{date.ToJapanese()}時点", $"as of {date}");

    public static string Title(KnowledgeDocument document, Language language) =>
        language == Language.English && !string.IsNullOrEmpty(document.TitleEn) ? document.TitleEn : document.Title;

    public static string Heading(Passage passage, Language language) =>
        language == Language.English && !string.IsNullOrEmpty(passage.HeadingEn) ? passage.HeadingEn : passage.Heading;
}
