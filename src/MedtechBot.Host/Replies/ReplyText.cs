using System.Text.RegularExpressions;
using MedtechBot.Answers;
using MedtechBot.Channels;
using MedtechBot.Host.KnowledgePages;

namespace MedtechBot.Host.Replies;

/// <summary>The words of a reply that every chat shows: whose they are, where their links lead, which date the sources speak for.</summary>
internal static partial class ReplyText
{
    /// <summary>The speaker's name above the words of a person; empty for the bot.</summary>
    public static string Above(OutgoingMessage message) => message.SpokenBy is null ? "" : $"**{ReplyMarkdown.Escape(message.SpokenBy)}**\n\n";

    /// <summary>The date line below an answer; empty where nothing is cited.</summary>
    public static string Below(OutgoingMessage message) => message.Answer is { DateLine.Length: > 0 } answer ? $"\n\n*{ReplyMarkdown.Escape(answer.DateLine)}*" : "";

    /// <summary>Makes links to our own pages lead there from anywhere; without a public address only their words stay.</summary>
    public static string OpenAnywhere(string markdown, string? origin) =>
        OwnLinks().Replace(markdown, origin is null ? "${words}" : $"[${{words}}]({origin.Replace("$", "$$", StringComparison.Ordinal)}${{path}})");

    public static string TitleOf(Citation citation) =>
        citation.Section.Length == 0 || citation.Section == citation.Title ? citation.Title : $"{citation.Title} — {citation.Section}";

    public static string AsOf(Citation citation, Language language) =>
        language == Language.English ? $" ({KnowledgeWords.AsOf(citation.AsOf, language)})" : $"({KnowledgeWords.AsOf(citation.AsOf, language)})";

    /// <summary>The beginning of a text that may not be longer; no character is cut in two.</summary>
    public static string Shortened(string text, int longest)
    {
        if (text.Length <= longest)
        {
            return text;
        }
        var end = longest - 1;
        return text[..(char.IsHighSurrogate(text[end - 1]) ? end - 1 : end)].TrimEnd() + "…";
    }

    [GeneratedRegex(@"\[(?<words>[^\[\]\n]+)\]\((?<path>/(?!/)[^()\s]*)\)")]
    private static partial Regex OwnLinks();
}
