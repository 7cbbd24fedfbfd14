namespace MedtechBot.Channels;

/// <summary>Who an entry of a conversation comes from.</summary>
public enum Speaker { User, Bot, Coordinator }

/// <summary>An entry of a conversation, read back. Exactly one of the two messages is set.</summary>
/// <param name="Sequence">Its number in the conversation, from 0.</param>
public sealed record Activity(string ConversationId, int Sequence, string Id, DateTimeOffset At, Speaker Speaker, IncomingMessage? Incoming, OutgoingMessage? Outgoing);
