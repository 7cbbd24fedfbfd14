namespace MedtechBot.Channels;

/// <summary>Takes a message in while a person is in charge of the conversation; null lets the bot answer.</summary>
public delegate Task<OutgoingMessage?> PersonInCharge(ConversationRow conversation, Activity kept, IncomingMessage message, Answers.Language? language, CancellationToken cancellation);

/// <summary>How a message is meant for the bot although a person is in charge.</summary>
public static class ToTheBot
{
    private const string Person = "担当者に相談したい";
    private const string PersonInEnglish = "I would like to talk to a person";

    // Whoever says nothing but this wants a new matter taken up, which the person in charge of another cannot do.
    private static readonly string[] NewMatter = [Person, "新しい相談", "新しい相談をしたい", "新しく相談したい"];
    private static readonly string[] NewMatterInEnglish = [PersonInEnglish, "new consultation"];

    private static readonly string[] Names = ["ボットに聞く", "ボットへ", "@bot", "ask the bot"];

    public static string Address(string question, bool english) => (english ? "Ask the bot: " : "ボットに聞く: ") + question;

    /// <summary>The question behind the address, or the wish for a new consultation; null when the message is neither.</summary>
    public static string? Question(string message)
    {
        var text = message.AsSpan().Trim();
        var wish = text.TrimEnd("。.!!").ToString();
        if (NewMatter.Contains(wish))
        {
            return Person;
        }
        if (NewMatterInEnglish.Contains(wish, StringComparer.OrdinalIgnoreCase))
        {
            return PersonInEnglish;
        }
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
