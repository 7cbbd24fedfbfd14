using MedtechBot.Channels;
using MedtechBot.Host.Askers;

namespace MedtechBot.Host.QuickPage;

/// <summary>Who may open what: an asker's own conversations and nothing else.</summary>
public sealed class QuickAccess(AskerIdentity askers, Conversations conversations)
{
    /// <summary>The conversation when it is this asker's own; null says neither that it exists nor that it does not.</summary>
    public async Task<ConversationRow?> FindOwnAsync(HttpContext http, string? id)
    {
        if (string.IsNullOrEmpty(id) || id.Length > 64 || askers.Find(http) is not { } asker)
        {
            return null;
        }
        var conversation = await conversations.FindAsync(id, http.RequestAborted);
        return conversation?.AskerId == asker ? conversation : null;
    }

    public Task<ConversationRow> StartAsync(HttpContext http) =>
        conversations.CreateAsync(askers.GetOrCreate(http), ChannelNames.Quick, null, http.RequestAborted);

    /// <summary>The ids of this asker's conversations on this page.</summary>
    public async Task<IReadOnlyList<string>> ListOwnAsync(HttpContext http) => askers.Find(http) is { } asker
        ? [.. (await conversations.ListForAskerAsync(asker, http.RequestAborted)).Where(c => c.Channel == ChannelNames.Quick).Select(c => c.Id)]
        : [];

    /// <summary>What this asker asked here before, newest first.</summary>
    public async Task<IReadOnlyList<EarlierQuestion>> ListEarlierAsync(HttpContext http, int limit)
    {
        var earlier = new List<EarlierQuestion>();
        if (askers.Find(http) is not { } asker)
        {
            return earlier;
        }
        foreach (var conversation in (await conversations.ListForAskerAsync(asker, http.RequestAborted)).Where(c => c.Channel == ChannelNames.Quick))
        {
            var activities = await conversations.ReadAsync(conversation.Id, -1, http.RequestAborted);
            if (activities.FirstOrDefault(a => a.Incoming is { Text.Length: > 0 }) is { } first)
            {
                earlier.Add(new EarlierQuestion(conversation.Id, first.Incoming!.Text, activities[^1].Speaker == Speaker.Coordinator));
            }
            if (earlier.Count == limit)
            {
                break;
            }
        }
        return earlier;
    }
}

/// <param name="Replied">The last word is a coordinator's.</param>
public sealed record EarlierQuestion(string ConversationId, string Question, bool Replied);
