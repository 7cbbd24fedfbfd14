using MedtechBot.Storage;

namespace MedtechBot.Channels;

/// <summary>
/// A channel whose readers do not come and look: messages of ours reach them only when somebody is called. What has to be sent is taken
/// down together with the message, so that neither is kept without the other.
/// </summary>
public interface ICalledChannel
{
    /// <summary>One of <see cref="ChannelNames"/>.</summary>
    string Channel { get; }

    /// <summary>A message of ours is about to be kept in a conversation of this channel; adds what sends it to the same context.</summary>
    void Appended(MedtechBotContext context, ActivityRow message);
}
