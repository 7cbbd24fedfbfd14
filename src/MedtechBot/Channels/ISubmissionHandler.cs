using System.Text.Json.Nodes;
using MedtechBot.Answers;

namespace MedtechBot.Channels;

/// <summary>Takes the cards that askers send in. The first registered handler that knows a card gets it.</summary>
public interface ISubmissionHandler
{
    bool Handles(JsonObject value);

    /// <summary>Acts on the card and says what the asker is told; never trusts a field, the asker can write any.</summary>
    Task<OutgoingMessage> HandleAsync(ConversationRow conversation, JsonObject value, CancellationToken cancellation);
}

/// <summary>The form shown below an answer that hands the matter to a person.</summary>
/// <param name="questions">What the asker wrote lately, oldest first; the last one led to the answer.</param>
public delegate Task<JsonObject> IntakeCard(ConversationRow conversation, Answer answer, IReadOnlyList<string> questions, CancellationToken cancellation);

/// <summary>Brings a form back that was begun, when a message asks for nothing else; null for any other message.</summary>
public delegate Task<OutgoingMessage?> ResumedForm(ConversationRow conversation, string messageId, string text, CancellationToken cancellation);
