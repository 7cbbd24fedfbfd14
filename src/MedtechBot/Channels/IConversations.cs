namespace MedtechBot.Channels;

/// <summary>
/// The conversations of every channel, kept so that they survive reloads and restarts. What is appended here is what the asker sees:
/// open sockets are told at once, others read it when they come back.
/// </summary>
public interface IConversations
{
    /// <summary>Appends a message from our side; does nothing when the delivery key is already there.</summary>
    /// <exception cref="KeyNotFoundException">There is no such conversation.</exception>
    Task SendAsync(string conversationId, OutgoingMessage message, CancellationToken cancellation = default);
}
