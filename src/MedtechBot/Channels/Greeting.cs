using MedtechBot.Answers;

namespace MedtechBot.Channels;

/// <summary>The channel's own reply to a message that only asks what this is; null for any other message.</summary>
public delegate OutgoingMessage? Greeting(ConversationRow conversation, string messageId, string text, Language? language);
