using System.Text.Json.Serialization;
using MedtechBot.Channels;
using MedtechBot.Host.Askers;
using MedtechBot.Host.DirectLine;

namespace MedtechBot.Host.WebChat;

/// <summary>Which conversation the page shows: the asker's latest, so that it goes on after a reload, or a new one when asked for.</summary>
public sealed class ChatSession(AskerIdentity askers, Conversations conversations, DirectLineTokens tokens)
{
    public async Task<IResult> OpenAsync(HttpContext http, [Microsoft.AspNetCore.Mvc.FromQuery(Name = "new")] bool? startNew)
    {
        var asker = askers.GetOrCreate(http);
        var latest = startNew == true ? null
            : (await conversations.ListForAskerAsync(asker, http.RequestAborted)).FirstOrDefault(c => c.Channel == ChannelNames.DirectLine);
        var conversation = latest ?? await conversations.CreateAsync(asker, ChannelNames.DirectLine, language: null, http.RequestAborted);
        var empty = latest is null || (await conversations.ReadAsync(latest.Id, -1, http.RequestAborted)).Count == 0;
        http.Response.Headers.CacheControl = "no-store";
        return Results.Json(new Body(conversation.Id, tokens.Issue(new Admission(conversation.Id, asker)), empty));
    }

    private sealed record Body(
        [property: JsonPropertyName("conversationId")] string ConversationId,
        [property: JsonPropertyName("token")] string Token,
        [property: JsonPropertyName("empty")] bool Empty);
}
