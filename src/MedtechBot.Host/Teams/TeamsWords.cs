using System.Globalization;
using MedtechBot.Answers;
using MedtechBot.Channels;
using MedtechBot.Host.Pages;
using MedtechBot.Host.WebChat;

namespace MedtechBot.Host.Teams;

/// <summary>What the bot says of itself in Teams.</summary>
internal static class TeamsWords
{
    private const int LongestRequest = 40;

    // Compared without punctuation and in small letters.
    private static readonly string[] Japanese = ["ヘルプ", "へるぷ", "使い方", "使い方は", "使い方を教えて", "使い方を教えてください", "こんにちは", "こんばんは", "おはよう", "おはようございます", "はじめまして"];
    private static readonly string[] English = ["help", "?", "hi", "hello", "hey", "good morning", "good afternoon", "start"];

    /// <summary>Japanese, unless the client is set to English.</summary>
    public static Language LanguageOf(string? locale) =>
        locale?.StartsWith("en", StringComparison.OrdinalIgnoreCase) == true ? Language.English : Language.Japanese;

    public static OutgoingMessage Welcome(string key, Language language, bool isPersonal) => new()
    {
        DeliveryKey = key,
        Text = language.Say(
            "こんにちは。医療機器開発の相談ボットです。\n\n"
            + "公的な資料から、出典を付けてお答えします。資料で足りないことは、担当者に相談できます。回答はこのチャットに届きます。\n\n"
            + "患者さんの情報や、未公開の発明の内容は書かないでください。"
            + (isPersonal ? "" : "\n\nここでは、ボットをメンションした発言にだけお答えします。"),
            "Hello, I help with the development of medical devices.\n\n"
            + "I answer from public sources and name them. What they do not cover can be put to a coordinator; the reply comes to this chat.\n\n"
            + "Please do not write about patients or unpublished inventions."
            + (isPersonal ? "" : "\n\nIn this place I answer messages that mention me.")),
        Suggestions = [.. ChatWords.Examples(language).Take(3), ChatWords.TalkToPerson(language)],
        Card = IntakeTask.Button(language),
    };

    /// <summary>Whether somebody greets the bot or asks what it is for, and nothing else.</summary>
    public static OutgoingMessage? Greeting(ConversationRow conversation, string messageId, string text, Language? language)
    {
        if (conversation.Channel != ChannelNames.Teams || text.Length > LongestRequest)
        {
            return null;
        }
        var said = text.Trim().TrimEnd('!', '!', '.', '。', '?', '?', '~', '〜', ' ').ToLowerInvariant();
        return Japanese.Contains(said) ? Welcome("help:" + messageId, Language.Japanese, isPersonal: true)
            : English.Contains(said) || text.Trim() is "?" or "?" ? Welcome("help:" + messageId, language ?? Language.English, isPersonal: true)
            : null;
    }

    /// <summary>What whoever wrote too much at once is told; the same for a minute.</summary>
    public static OutgoingMessage TooMany(DateTimeOffset now, Language language) => new()
    {
        DeliveryKey = string.Create(CultureInfo.InvariantCulture, $"too-many:{now.ToUnixTimeSeconds() / 60}"),
        Text = language.Say(
            "申し訳ありません。続けて多くのメッセージをいただいたため、一部を受け取れませんでした。返信が落ち着いてから、返信のなかったものをもう一度お送りください。",
            "Sorry, there were too many messages at once and some could not be taken. When the replies have come, please send those again that got none."),
    };

    public static string NoFiles(Language language, string origin) => language.Say(
        $"ファイルは、この Teams のチャットでは受け取れません。担当者に渡すファイルは、[Web のチャット]({origin}/)からお送りください。",
        $"Files cannot be taken in this chat. Please send those for a coordinator in the [web chat]({origin}/).");
}
