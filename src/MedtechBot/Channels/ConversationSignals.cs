using System.Threading.Channels;

namespace MedtechBot.Channels;

/// <summary>
/// Tells those who follow a conversation that something was appended. A signal carries nothing and several collapse into one,
/// so a slow follower costs no memory: it reads what it missed from the database.
/// </summary>
internal sealed class ConversationSignals
{
    private readonly Dictionary<string, List<Channel<bool>>> _followers = new(StringComparer.Ordinal);
    private readonly Lock _lock = new();

    public void Raise(string conversationId)
    {
        lock (_lock)
        {
            foreach (var follower in _followers.GetValueOrDefault(conversationId) ?? [])
            {
                follower.Writer.TryWrite(true);
            }
        }
    }

    public Channel<bool> Join(string conversationId)
    {
        var follower = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
        lock (_lock)
        {
            if (!_followers.TryGetValue(conversationId, out var followers))
            {
                _followers[conversationId] = followers = [];
            }
            followers.Add(follower);
        }
        return follower;
    }

    public void Leave(string conversationId, Channel<bool> follower)
    {
        lock (_lock)
        {
            if (_followers.TryGetValue(conversationId, out var followers) && followers.Remove(follower) && followers.Count == 0)
            {
                _followers.Remove(conversationId);
            }
        }
    }
}
