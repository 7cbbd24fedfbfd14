using MedtechBot.Consultations;

namespace MedtechBot.Host.Desk.Tickets;

/// <summary>The intake as the desk reads it: every field by its name, with what the asker gave or nothing.</summary>
internal static class IntakeFacts
{
    private static readonly string[] SupportTypes = ["① 医療関連企業活用型", "② ものづくり企業活用型", "③ 都市圏内ニーズ活用型"];

    /// <param name="topics">The names of topics by their codes.</param>
    public static IReadOnlyList<(string Name, string? Value)> Of(IntakeDetails details, IReadOnlyDictionary<string, string> topics) =>
    [
        ("分野", details.Topics.Count == 0 ? null : string.Join("、", details.Topics.Select(t => topics.GetValueOrDefault(t, t)))),
        ("希望", details.Wish switch { Wish.What => "何をすべきか(What・無料の伴走相談)", Wish.How => "どう実現するか(How・有料の専門家紹介)", _ => null }),
        ("製品の概要", Given(details.Product)),
        ("使用目的・使用者", Given(details.IntendedUse)),
        ("原理", Given(details.Principle)),
        ("形態", details.Form switch { ProductForm.Software => "ソフトウェア", ProductForm.Hardware => "ハードウェア", ProductForm.Both => "両方", ProductForm.Undecided => "未定", _ => null }),
        ("開発ステージ", details.Stage is >= 1 and <= 8 ? ((char)('①' + details.Stage.Value - 1)).ToString() : null),
        ("支援タイプ", details.SupportType is >= 1 and <= 3 ? SupportTypes[details.SupportType.Value - 1] : null),
        ("想定クラス・一般的名称", Given(details.SupposedClass) is { } supposed ? supposed + "(相談者の想定)" : null),
        ("対象市場", Given(details.Markets)),
        ("これまでの相談", Given(details.EarlierConsultations)),
        ("期限", Given(details.Deadline)),
        ("公的資金", Given(details.PublicFunding)),
        ("都道府県", Given(details.Prefecture)),
        ("所属", Given(details.Organisation)),
        ("氏名", Given(details.Name)),
    ];

    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}
