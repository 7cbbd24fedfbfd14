namespace MedtechBot.Channels;

/// <summary>Takes a message in while a person is in charge of the conversation; null lets the bot answer.</summary>
public delegate Task<OutgoingMessage?> PersonInCharge(ConversationRow conversation, Activity kept, IncomingMessage message, Answers.Language? language, CancellationToken cancellation);

/// <summary>How a message is meant for the bot although a person is in charge.</summary>
public static class ToTheBot
{
    private static readonly string[] Names = ["ボットに聞く", "ボットへ", "@bot", "ask the bot"];

    public static string Address(string question, bool english) => (english ? "Ask the bot: " : "ボットに聞く: ") + question;

    /// <summary>The question behind the address; null when the message has none.</summary>
    public static string? Question(string message)
    {
        var text = message.AsSpan().Trim();
        foreach (var name in Names)
        {
            if (text.StartsWith(name, StringComparison.OrdinalIgnoreCase))
            {
                return text[name.Length..].TrimStart(" \u3000::、,").ToString();
            }
        }
        return null;
    }
}
