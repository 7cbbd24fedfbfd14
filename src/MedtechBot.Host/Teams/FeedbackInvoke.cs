using System.Text.Json;
using System.Text.Json.Nodes;
using MedtechBot.Channels;
using MedtechBot.Teams;
using MedtechBot.Turns;

namespace MedtechBot.Host.Teams;

/// <summary>Thumbs below an answer, with what was written beside them. Clients write the words in three ways, and some do not say which answer they mean.</summary>
internal sealed class FeedbackInvoke(OpenTeamsConversation places, Conversations conversations, TurnLog log, TurnBehindMessage turnBehind) : ITeamsInvoke
{
    public IReadOnlyCollection<string> Names => ["message/submitAction"];

    public async Task<InvokeAnswer> AnswerAsync(HttpContext http, TeamsActivity activity)
    {
        if (Read(activity.Value as JsonObject) is not var (reaction, comment))
        {
            return InvokeAnswer.BadRequest;
        }
        var place = await places.HandleAsync(activity, http.RequestAborted);
        if (await TurnAsync(place.Conversation.Id, activity.ReplyToId, http.RequestAborted) is { } turn)
        {
            await log.ReactAsync(place.Conversation.Id, turn, reaction, comment, http.RequestAborted);
        }
        return InvokeAnswer.Done;
    }

    /// <summary>Null when it is no feedback.</summary>
    internal static (Reaction Reaction, string? Comment)? Read(JsonObject? value)
    {
        if (TextOf(value?["actionName"]) != "feedback" || value!["actionValue"] is not JsonObject given)
        {
            return null;
        }
        return TextOf(given["reaction"]) switch
        {
            "like" => (Reaction.Up, CommentIn(given["feedback"])),
            "dislike" => (Reaction.Down, CommentIn(given["feedback"])),
            _ => null,
        };
    }

    private async Task<string?> TurnAsync(string conversationId, string? replyTo, CancellationToken cancellation)
    {
        var said = await conversations.ReadAsync(conversationId, -1, cancellation);
        if (replyTo is null)
        {
            return said.LastOrDefault(a => a.Outgoing?.TurnId is not null)?.Outgoing!.TurnId;
        }
        return said.FirstOrDefault(a => a.Id == replyTo)?.Outgoing?.TurnId
            ?? await turnBehind.FindAsync(conversationId, replyTo, cancellation);
    }

    // Plain words, {"feedbackText": ...}, or that once more written as a string.
    private static string? CommentIn(JsonNode? feedback)
    {
        if (feedback is JsonObject given)
        {
            return TextOf(given["feedbackText"]);
        }
        var text = TextOf(feedback);
        return text?.TrimStart().StartsWith('{') == true && Parsed(text) is { } inner ? TextOf(inner["feedbackText"]) : text;
    }

    private static JsonObject? Parsed(string text)
    {
        try
        {
            return JsonNode.Parse(text, documentOptions: new JsonDocumentOptions { MaxDepth = 8 })?.DeepClone() as JsonObject;
        }
        catch (Exception failure) when (failure is JsonException or ArgumentException or InvalidOperationException)
        {
            return null;
        }
    }

    private static string? TextOf(JsonNode? node) => node is JsonValue value && value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : null;
}
