using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using MedtechBot.Coordination;

namespace MedtechBot.Host.Api;

internal sealed record ReplyBody
{
    public const string Example = """{"text": "PMDAの全般相談が窓口です。", "sources": [{"passageId": "pmda-consultation#general", "quote": "全般相談は無料である。"}]}""";

    [Required, MaxLength(TicketTexts.Longest), Description("What the asker reads; line breaks stay.")]
    public string Text { get; init; } = "";

    [MaxLength(Reply.MostSources), Description("What the reply rests on.")]
    public IReadOnlyList<SourceBody>? Sources { get; init; }
}

internal sealed record SourceBody
{
    [Required, Description("document-id#section-id, as in the address of a citation.")]
    public string PassageId { get; init; } = "";

    [Required, Description("Words of the passage, character for character.")]
    public string Quote { get; init; } = "";
}

internal sealed record TextBody
{
    public const string Example = """{"text": "薬務課に確認中です。"}""";

    [Required, MaxLength(TicketTexts.Longest)]
    public string Text { get; init; } = "";
}

internal sealed record ReferBody
{
    public const string Example = """{"to": "大阪の支援機関", "reason": "試作の委託先を探しているため"}""";

    [Required, MaxLength(ReferTicket.LongestName), Description("The organisation or city.")]
    public string To { get; init; } = "";

    [Required, MaxLength(ReferTicket.LongestReason)]
    public string Reason { get; init; } = "";
}

internal sealed record CloseBody
{
    public const string Example = """{"outcome": "answered"}""";

    [Required, Description("How it ended.")]
    public string Outcome { get; init; } = "";
}

internal sealed record AssignBody
{
    public const string Example = """{"to": "佐藤 花子"}""";

    [Required, MaxLength(100), Description("The name of a coordinator or administrator, or of a key that has such a role (\"API: NAME\").")]
    public string To { get; init; } = "";
}

internal sealed record SharingBody
{
    public const string Example = """{"with": "高橋 健"}""";

    [Required, MaxLength(Assignees.LongestName), Description("The name of an expert, or of a key that has this role (\"API: NAME\").")]
    public string With { get; init; } = "";
}
