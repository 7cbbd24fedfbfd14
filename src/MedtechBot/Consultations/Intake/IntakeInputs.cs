using System.Globalization;
using MedtechBot.Answers;
using MedtechBot.Consultations.Routing;
using static MedtechBot.Consultations.Intake.IntakeInputKind;

namespace MedtechBot.Consultations.Intake;

/// <summary>Every field of the consultation form.</summary>
public static class IntakeInputs
{
    private const int Long = 1_000;

    public static IntakeInput Summary { get; } = new("summary", "相談したいこと", "What you would like to consult about", Lines)
    {
        Get = f => f.Summary,
        Set = (f, v) => f with { Summary = v },
        Longest = IntakeForm.LongestSummary,
        Hint = ("製品の概要、知りたいこと、開発の状況など", "The product, what you want to know, how far you are"),
    };

    public static IntakeInput Topic { get; } = Choice("topic", "主なテーマ", "Main topic", [], d => d.Topics is [var first, ..] ? first : null, (d, v) => d with { Topics = v is null ? [] : [v] });

    public static IntakeInput Wish { get; } = Choice("wish", "知りたいのは、頼みたいのは", "What you are looking for", IntakeChoices.Wishes, d => IntakeChoices.Code(d.Wish), (d, v) => d with { Wish = IntakeChoices.Read<Wish>(v) });

    public static IntakeInput Email { get; } = new("email", "連絡先メールアドレス", "E-mail (to reach you)", IntakeInputKind.Email)
    {
        Get = f => f.Email,
        Set = (f, v) => f with { Email = v },
        Longest = IntakeForm.LongestEmail,
        Hint = ("name@example.jp", "name@example.com"),
    };

    public static IntakeInput ChatOnly { get; } = new("chatOnly", "メールなしで、この会話で返信を受け取る", "No e-mail: I read the reply in this conversation", Toggle)
    {
        Get = f => Word(f.ReplyInChatOnly),
        Set = (f, v) => f with { ReplyInChatOnly = v == "true" },
    };

    public static IntakeInput Share { get; } = new("share", "この会話の質問と回答も担当者に見せる", "Let them read the questions and answers of this conversation", Toggle)
    {
        Get = f => Word(f.Details.SharesTranscript),
        Set = (f, v) => f with { Details = f.Details with { SharesTranscript = v is null or "true" } },
    };

    public static IntakeInput Confidential { get; } = new("confidential", "秘密の内容を含む(未公開の発明など)", "It is confidential (an unpublished invention, for example)", Toggle)
    {
        Get = f => Word(f.Details.IsConfidential),
        Set = (f, v) => f with { Details = f.Details with { IsConfidential = v == "true" } },
    };

    /// <summary>What stands in every form, whatever the matter.</summary>
    public static IReadOnlyList<IntakeInput> First { get; } = [Summary, Topic, Wish, Email, ChatOnly, Share, Confidential];

    /// <summary>What helps the desk; which of them are asked for depends on the topic.</summary>
    public static IReadOnlyList<IntakeInput> Details { get; } =
    [
        Text("product", "製品の概要", "The product in short", d => d.Product, (d, v) => d with { Product = v }) with { Kind = Lines, Longest = Long },
        Text("use", "使用目的と使う人", "Intended use and user", d => d.IntendedUse, (d, v) => d with { IntendedUse = v }, "例: 在宅の患者さんを看護師が見守る", "e.g. nurses watching over patients at home") with { Kind = Lines, Longest = Long },
        Text("principle", "原理・仕組み", "How it works", d => d.Principle, (d, v) => d with { Principle = v }) with { Kind = Lines, Longest = Long },
        Choice("form", "製品の形", "Software or hardware", IntakeChoices.Forms, d => IntakeChoices.Code(d.Form), (d, v) => d with { Form = IntakeChoices.Read<ProductForm>(v) }),
        Text("class", "想定しているクラスや一般的名称(判断は不要です)", "Class or generic name you suppose (nobody holds you to it)", d => d.SupposedClass, (d, v) => d with { SupposedClass = v }, "例: クラスII、管理医療機器", "e.g. class II"),
        Text("markets", "販売したい国・地域", "Target markets", d => d.Markets, (d, v) => d with { Markets = v }, "例: 日本、米国", "e.g. Japan, United States"),
        Text("earlier", "これまでの相談先", "Consulted so far", d => d.EarlierConsultations, (d, v) => d with { EarlierConsultations = v }, "例: 県の薬務課、PMDA全般相談", "e.g. the prefecture, PMDA general consultation") with { Longest = Long },
        Text("filing", "公表・出願の状況", "Published or filed", d => d.Filing, (d, v) => d with { Filing = v }, "例: 未公表・未出願、学会で発表済み", "e.g. neither published nor filed"),
        Text("inventors", "発明者の側(自社、病院、大学など)", "Inventors' side (company, hospital, university ...)", d => d.Inventors, (d, v) => d with { Inventors = v }),
        Text("phase", "治験・研究の段階", "Phase of the trial or study", d => d.TrialPhase, (d, v) => d with { TrialPhase = v }, "例: 計画中、倫理審査中、実施中", "e.g. planning, ethics review, running"),
        Text("site", "実施医療機関・協力者", "Site and partners", d => d.TrialSite, (d, v) => d with { TrialSite = v }),
        Text("category", "希望する保険の区分", "Reimbursement category hoped for", d => d.ReimbursementCategory, (d, v) => d with { ReimbursementCategory = v }, "例: 未定、C1、加算", "e.g. undecided, C1"),
        Text("comparator", "比べられる既存品・既存の技術", "Existing product or technique to compare with", d => d.Comparator, (d, v) => d with { Comparator = v }),
        Text("funded", "これまでの資金", "Funding so far", d => d.FundingSoFar, (d, v) => d with { FundingSoFar = v }, "例: 自己資金、融資、出資", "e.g. own money, loan, investors"),
        Choice("stage", "開発の段階", "Development stage", IntakeChoices.Stages, d => Word(d.Stage), (d, v) => d with { Stage = Number(v) }),
        Choice("support", "支援の類型", "Support type", IntakeChoices.SupportTypes, d => Word(d.SupportType), (d, v) => d with { SupportType = Number(v) }),
        Text("deadline", "期限", "Deadline", d => d.Deadline, (d, v) => d with { Deadline = v }, "例: 来月の公募締切、2027年3月", "e.g. March 2027"),
        Text("funding", "公的資金(採択・申請中の事業)", "Public funding (awarded or applied for)", d => d.PublicFunding, (d, v) => d with { PublicFunding = v }, "例: AMED、ものづくり補助金", "e.g. AMED"),
        Text("competitors", "内容を見せたくない会社(競合など)", "Companies that must not see it (competitors)", d => d.Competitors, (d, v) => d with { Competitors = v }, "例: ○○株式会社、△△工業", "e.g. Example Corp., Other Ltd."),
        Choice("prefecture", "都道府県", "Prefecture", IntakeChoices.Places, d => d.Prefecture, (d, v) => d with { Prefecture = v }),
        Text("organisation", "会社・所属", "Company or organisation", d => d.Organisation, (d, v) => d with { Organisation = v }),
        Text("name", "お名前", "Your name", d => d.Name, (d, v) => d with { Name = v }),
    ];

    public static IReadOnlyList<IntakeInput> All { get; } = [.. First, .. Details];

    public static IReadOnlyList<IntakeChoice> ChoicesOf(this IntakeInput input, RoutingRules rules) =>
        input.Id == Topic.Id ? [.. rules.Topics.Select(t => new IntakeChoice(t.Id, t.Name, t.NameEn))] : input.Choices;

    /// <summary>Which fields are too long, said with their names.</summary>
    internal static IEnumerable<IntakeProblem> TooLong(IntakeForm form, Language language) =>
        from input in Details
        let length = input.Kind is Line or Lines ? input.Get(form)?.Length ?? 0 : 0
        where length > input.Longest
        select new IntakeProblem(IntakeField.Detail, language == Language.English
            ? $"Please keep \"{input.English}\" within {input.Longest:N0} characters (now {length:N0})."
            : $"「{input.Japanese}」は{input.Longest:N0}文字以内でお願いします(現在{length:N0}文字)。", input.Id);

    private static IntakeInput Text(string id, string japanese, string english, Func<IntakeDetails, string?> get, Func<IntakeDetails, string?, IntakeDetails> set, string hint = "", string hintEn = "") =>
        new(id, japanese, english, Line) { Get = f => get(f.Details), Set = (f, v) => f with { Details = set(f.Details, v) }, Hint = (hint, hintEn) };

    private static IntakeInput Choice(string id, string japanese, string english, IReadOnlyList<IntakeChoice> choices, Func<IntakeDetails, string?> get, Func<IntakeDetails, string?, IntakeDetails> set) =>
        new(id, japanese, english, IntakeInputKind.Choice) { Get = f => get(f.Details), Set = (f, v) => f with { Details = set(f.Details, v) }, Choices = choices };

    private static string Word(bool value) => value ? "true" : "false";

    private static string? Word(int? number) => number?.ToString(CultureInfo.InvariantCulture);

    private static int? Number(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
