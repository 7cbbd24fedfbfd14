using System.Text.Json.Nodes;

namespace MedtechBot.Teams;

/// <summary>What is taken from an activity of a Bot Framework client; nothing else of it is looked at.</summary>
public sealed record TeamsActivity
{
    public required string Type { get; init; }
    public string? Id { get; init; }

    /// <summary>Of an invoke: what is asked for.</summary>
    public string? Name { get; init; }

    /// <summary>Of an installation: <c>add</c> or <c>remove</c>.</summary>
    public string? Action { get; init; }

    public required string ChannelId { get; init; }
    public required string ServiceUrl { get; init; }
    public required TeamsAccount From { get; init; }

    /// <summary>The bot.</summary>
    public required TeamsAccount Recipient { get; init; }

    public required string ConversationId { get; init; }

    /// <summary>One of <see cref="TeamsKinds"/>.</summary>
    public required string Kind { get; init; }

    /// <summary>Empty where the client has no tenants.</summary>
    public string TenantId { get; init; } = "";

    public string? TeamId { get; init; }
    public string? Locale { get; init; }
    public string Text { get; init; } = "";
    public string? ReplyToId { get; init; }

    /// <summary>The reply is wanted with the answer to this very request.</summary>
    public bool ExpectsReplies { get; init; }

    /// <summary>What a card or an invoke carries.</summary>
    public JsonNode? Value { get; init; }

    public IReadOnlyList<TeamsMention> Mentions { get; init; } = [];

    public IReadOnlyList<string> MembersAdded { get; init; } = [];

    /// <summary>What somebody put below a message (<see cref="ReplyToId"/>): <c>like</c>, <c>heart</c> and so on.</summary>
    public IReadOnlyList<string> ReactionsAdded { get; init; } = [];

    public IReadOnlyList<string> ReactionsRemoved { get; init; } = [];

    /// <summary>Files that came with it; what Teams attaches to every message by itself does not count.</summary>
    public int FileCount { get; init; }

    public bool IsPersonal => Kind == TeamsKinds.Personal;
}

/// <summary>Somebody, or the bot, as the client names them.</summary>
public sealed record TeamsAccount(string Id, string? AadObjectId = null);

/// <param name="Text">As it stands in the message, with its tags.</param>
public sealed record TeamsMention(string Id, string Text);
