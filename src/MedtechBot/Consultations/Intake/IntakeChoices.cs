namespace MedtechBot.Consultations.Intake;

/// <summary>What can be chosen in the form, beside the topics, which are the desk's own.</summary>
public static class IntakeChoices
{
    public static IReadOnlyList<IntakeChoice> Wishes { get; } =
    [
        new("what", "何をすべきか(What)を知りたい ― 原則無料の伴走相談", "What to do - accompanying advice, free in principle"),
        new("how", "どう実現するか(How)を頼みたい ― 有料の専門家の紹介", "How to do it - introduction to paid experts"),
    ];

    public static IReadOnlyList<IntakeChoice> Forms { get; } =
    [
        new("software", "ソフトウェア", "Software"), new("hardware", "ハードウェア(機器・器具)", "Hardware"),
        new("both", "両方", "Both"), new("undecided", "未定", "Undecided"),
    ];

    /// <summary>The eight stages of the support model.</summary>
    public static IReadOnlyList<IntakeChoice> Stages { get; } =
    [
        new("1", "① ニーズ・シーズの発掘", "1 Finding needs and seeds"), new("2", "② 企画検討", "2 Planning"),
        new("3", "③ 技術認定等", "3 Recognition of the technology"), new("4", "④ 薬事法等関連相談", "4 Regulatory consultation"),
        new("5", "⑤ 研究開発(試作など)", "5 Research and development (prototypes)"), new("6", "⑥ 治験・臨床", "6 Clinical trial"),
        new("7", "⑦ 販路開拓", "7 Finding markets"), new("8", "⑧ 製造・生産", "8 Production"),
    ];

    public static IReadOnlyList<IntakeChoice> SupportTypes { get; } =
    [
        new("1", "① 医療関連企業活用型", "1 Led by medical companies"), new("2", "② ものづくり企業活用型", "2 Led by manufacturers"),
        new("3", "③ 都市圏内ニーズ活用型", "3 Led by needs of the region"),
    ];

    public static IReadOnlyList<IntakeChoice> Places { get; } = [.. Prefectures.All.Select(p => new IntakeChoice(p.Name, p.Name, p.English))];

    internal static string? Code<T>(T? value) where T : struct, Enum => value?.ToString().ToLowerInvariant();

    internal static T? Read<T>(string? code) where T : struct, Enum =>
        code is { Length: > 0 } && char.IsAsciiLetter(code[0]) && Enum.TryParse<T>(code, ignoreCase: true, out var value) ? value : null;
}
