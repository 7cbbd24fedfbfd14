using System.Text.Json.Serialization;
using MedtechBot.Channels;
using MedtechBot.Host.Askers;
using MedtechBot.Host.RequestLimits;

namespace MedtechBot.Host.DirectLine;

/// <summary>Tokens, and starting, resuming and reconnecting to conversations.</summary>
public sealed class ConversationEndpoints(
    DirectLineTokens tokens, DirectLineDoor door, Conversations conversations, AskerIdentity askers, PublicAddress address)
{
    public void Map(RouteGroupBuilder group)
    {
        group.MapPost("tokens/generate", (Delegate)GenerateAsync).Limit(Door.Token);
        group.MapPost("tokens/refresh", (Delegate)RefreshAsync);
        group.MapPost("conversations", (Delegate)StartAsync).Limit(Door.Token);
        group.MapGet("conversations/{conversationId}", ReconnectAsync);
        // Only sign-in cards ask for this, and there are none.
        group.MapGet("session/getsessionid", () => Results.Json(new { sessionId = RandomId.Next() }));
    }

    private async Task<IResult> GenerateAsync(HttpContext http)
    {
        // Whoever has no cookie is known by the token alone.
        var asker = askers.Find(http) ?? RandomId.Next();
        var conversation = await conversations.CreateAsync(asker, ChannelNames.DirectLine, language: null, http.RequestAborted);
        return Results.Json(Body(http, conversation, withStream: false, watermark: null));
    }

    private async Task<IResult> RefreshAsync(HttpContext http)
    {
        var (conversation, refusal) = await door.OpenAsync(http, conversationId: null);
        return refusal ?? Results.Json(Body(http, conversation!, withStream: false, watermark: null));
    }

    // What the client says about its user stays a label: the token says who it is.
    private async Task<IResult> StartAsync(HttpContext http)
    {
        var (conversation, refusal) = await door.OpenAsync(http, conversationId: null);
        return refusal ?? Results.Json(Body(http, conversation!, withStream: true, watermark: null), statusCode: StatusCodes.Status201Created);
    }

    private async Task<IResult> ReconnectAsync(HttpContext http, string conversationId, string? watermark)
    {
        var (conversation, refusal) = await door.OpenAsync(http, conversationId);
        return refusal ?? (Watermark.TryRead(watermark, out _)
            ? Results.Json(Body(http, conversation!, withStream: true, watermark))
            : DirectLineErrors.BadRequest("The watermark must be a number."));
    }

    private ConversationBody Body(HttpContext http, ConversationRow conversation, bool withStream, string? watermark)
    {
        http.Response.Headers.CacheControl = "no-store";
        var admission = new Admission(conversation.Id, conversation.AskerId);
        var stream = !withStream ? null
            : $"{address.ForSockets(http)}/v3/directline/conversations/{conversation.Id}/stream?watermark={(string.IsNullOrEmpty(watermark) ? "-" : watermark)}&t={tokens.IssueForStream(admission)}";
        return new ConversationBody(conversation.Id, tokens.Issue(admission), tokens.Seconds, stream, withStream ? "" : null);
    }

    private sealed record ConversationBody(
        [property: JsonPropertyName("conversationId")] string ConversationId,
        [property: JsonPropertyName("token")] string Token,
        [property: JsonPropertyName("expires_in")] int ExpiresIn,
        [property: JsonPropertyName("streamUrl"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? StreamUrl,
        [property: JsonPropertyName("referenceGrammarId"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? ReferenceGrammarId);
}
