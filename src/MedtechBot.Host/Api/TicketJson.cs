using System.ComponentModel;
using System.Text.Json.Serialization;
using MedtechBot.Host.Desk;

namespace MedtechBot.Host.Api;

internal sealed record TicketList(
    IReadOnlyList<TicketLineJson> Items,
    [property: Description("Send it as \"after\" to read on; null at the end.")] string? Next);

/// <summary>A ticket in a list.</summary>
internal sealed record TicketLineJson
{
    public required string Number { get; init; }
    public required string Status { get; init; }

    [Description("The status as the desk calls it.")]
    public required string StatusName { get; init; }

    [Description("The beginning of the matter; null where the key may not see what the ticket says.")]
    public required string? Headline { get; init; }

    public required bool Confidential { get; init; }
    [Description("The code of its first topic, for example regulatory; the list's \"topic\" names them all.")]
    public required string? Topic { get; init; }
    public required string? Urgency { get; init; }

    [Description("Who should have the matter, by the rules of triage.")]
    public required string? Desk { get; init; }

    public required string? Region { get; init; }

    [Description("Who is in charge; keys are called \"API: NAME\".")]
    public required string? Holder { get; init; }

    [Description("Until when a first reply is promised; null once it was given, and while the asker is waited for.")]
    public required DateTimeOffset? Due { get; init; }

    public required string? Outcome { get; init; }
    public required DateTimeOffset OpenedAt { get; init; }
    public required DateTimeOffset ChangedAt { get; init; }
    public required DateTimeOffset? ClosedAt { get; init; }
    public required TicketLinks Links { get; init; }
}

internal sealed record TicketLinks(string Self, [property: Description("The ticket's page for people.")] string Desk)
{
    public static TicketLinks Of(string number) => new($"{ApiSetup.Root}/tickets/{number}", $"{DeskGuard.Root}/tickets/{number}");
}

/// <summary>A ticket whole.</summary>
internal sealed record TicketJson
{
    public required string Number { get; init; }

    [Description("Counts what has happened to the ticket.")]
    public required int Version { get; init; }

    public required string Status { get; init; }

    [Description("The status as the desk calls it.")]
    public required string StatusName { get; init; }

    [Description("Whether the key may see what the ticket says. Of other people's confidential tickets it sees only where they stand; summary, details and thread are left out then.")]
    public required bool Readable { get; init; }

    public required bool Confidential { get; init; }
    public required string? Summary { get; init; }

    [Description("The asker's language, ja or en.")]
    public required string Language { get; init; }

    [Description("Where the asker wants mail; null for experts' keys.")]
    public required string? Email { get; init; }

    public required DetailsJson? Details { get; init; }

    [Description("What the rules of triage made of it; null in tickets of before there were any.")]
    public required RouteJson? Route { get; init; }

    [Description("Who is in charge; keys are called \"API: NAME\".")]
    public required string? Holder { get; init; }

    [Description("Until when a first reply is promised; null once it was given, and while the asker is waited for.")]
    public required DateTimeOffset? Due { get; init; }

    [Description("Where the promise stands.")]
    public required string? Promise { get; init; }

    public required string? Outcome { get; init; }
    public required DateTimeOffset OpenedAt { get; init; }
    public required DateTimeOffset? FirstReplyAt { get; init; }
    public required DateTimeOffset? ClosedAt { get; init; }

    [Description("The experts who may read it.")]
    public required IReadOnlyList<string> SharedWith { get; init; }

    public required IReadOnlyList<ReferralJson> Referrals { get; init; }

    [Description("Everything that happened, oldest first.")]
    public required IReadOnlyList<ThreadItem> Thread { get; init; }

    public required TicketLinks Links { get; init; }
}

/// <summary>What the asker said beside the matter itself; null where nothing was said.</summary>
internal sealed record DetailsJson(
    IReadOnlyList<string> Topics,
    string? Wish,
    string? Product,
    string? IntendedUse,
    string? Principle,
    string? Form,
    [property: Description("The development stage, 1 to 8.")] int? Stage,
    [property: Description("The support type, 1 to 3.")] int? SupportType,
    [property: Description("The class or generic name that the asker supposes.")] string? SupposedClass,
    string? Markets,
    [property: Description("Whether it is published or filed.")] string? Filing,
    [property: Description("On whose side the inventors are.")] string? Inventors,
    string? TrialPhase,
    string? TrialSite,
    string? ReimbursementCategory,
    [property: Description("The product or technique it would be compared with.")] string? Comparator,
    string? FundingSoFar,
    [property: Description("Companies whose people must not see it.")] string? Competitors,
    string? EarlierConsultations,
    string? Deadline,
    string? PublicFunding,
    string? Prefecture,
    string? Organisation,
    string? Name,
    [property: Description("Whether those who handle the ticket may read the conversation before it.")] bool SharesTranscript);

internal sealed record RouteJson(IReadOnlyList<string> Topics, string Urgency, [property: Description("Business days until the first reply.")] int ReplyDays, string Desk, string? Region, IReadOnlyList<string> Reasons);

internal sealed record ReferralJson(
    string Id,
    string To,
    string Reason,
    [property: Description("The last of the nine steps that was made.")] int Step,
    string StepName,
    bool Open,
    [property: Description("Why it was given up; null while it was not.")] string? CameToNothing,
    IReadOnlyList<DeclinedJson> Declined);

internal sealed record DeclinedJson(string Candidate, string Reason);

/// <summary>Something that happened; the type says what, and which of the other members are there.</summary>
internal sealed record ThreadItem(int Sequence, string Type, DateTimeOffset At)
{
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull), Description("Who did it; absent when it was the asker or the product.")]
    public string? By { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull), Description("Whether the asker wants to be introduced.")]
    public bool? Wanted { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull), Description("Of a reply, question back, note, message or referral.")]
    public string? Id { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Text { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull), Description("To whom it was assigned, shared or referred.")]
    public string? To { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Reason { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull), Description("The step of a referral, 1 to 9.")]
    public int? Step { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull), Description("Who declined; absent when the whole referral came to nothing.")]
    public string? Candidate { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Outcome { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull), Description("Whether the asker says that the matter is settled.")]
    public bool? Solved { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Stars { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<SourceJson>? Sources { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<FileJson>? Files { get; init; }
}

internal sealed record SourceJson(
    int Position, string PassageId, string Title, string Section, string Quote, string Source,
    [property: Description("Opens the passage at the quote; relative to the product's address.")] string Path);

internal sealed record FileJson(
    string Id,
    [property: Description("As whoever sent it called it.")] string Name,
    string ContentType,
    [property: Description("In bytes.")] long Size,
    [property: Description("Gives the file; relative to the product's address.")] string Path);
