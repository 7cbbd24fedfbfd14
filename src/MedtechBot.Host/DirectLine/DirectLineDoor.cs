using MedtechBot.Channels;

namespace MedtechBot.Host.DirectLine;

/// <summary>Checks at every door of a conversation that the token admits to it.</summary>
public sealed class DirectLineDoor(DirectLineTokens tokens, Conversations conversations)
{
    /// <summary>The conversation the request's token admits to, or the refusal.</summary>
    /// <param name="conversationId">The conversation the address names; null when the token alone says which.</param>
    public async Task<(ConversationRow? Conversation, IResult? Refusal)> OpenAsync(HttpContext http, string? conversationId)
    {
        if (BearerOf(http) is not { } token)
        {
            return (null, DirectLineErrors.NoToken);
        }
        return await OpenAsync(tokens.Read(token), conversationId, http.RequestAborted);
    }

    public async Task<(ConversationRow? Conversation, IResult? Refusal)> OpenAsync(Admission? admission, string? conversationId, CancellationToken cancellation)
    {
        // Whether another conversation exists is nobody's business, so the token is compared before the database is asked.
        if (admission is null || (conversationId is not null && admission.ConversationId != conversationId))
        {
            return (null, DirectLineErrors.WrongToken);
        }
        var conversation = await conversations.FindAsync(admission.ConversationId, cancellation);
        return conversation is null ? (null, DirectLineErrors.NoConversation)
            : conversation.AskerId != admission.AskerId ? (null, DirectLineErrors.WrongToken)
            : (conversation, null);
    }

    private static string? BearerOf(HttpContext http)
    {
        const string Scheme = "Bearer ";
        var header = http.Request.Headers.Authorization.ToString();
        return header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) ? header[Scheme.Length..].Trim() : null;
    }
}
