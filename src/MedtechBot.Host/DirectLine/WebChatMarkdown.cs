using MedtechBot.Host.Replies;

namespace MedtechBot.Host.DirectLine;

/// <summary>What Web Chat's Markdown has beyond that of other chats.</summary>
internal static class WebChatMarkdown
{
    /// <summary>A line that the mark [n] in the text refers to.</summary>
    public static string Definition(int position, string url, string title) =>
        $"[{position}]: {Address(url)} \"{ReplyMarkdown.Line(title).Replace("\\", "\\\\").Replace("\"", "\\\"")}\"";

    private static string Address(string url) =>
        url.Replace(" ", "%20").Replace("<", "%3C").Replace(">", "%3E").Replace("(", "%28").Replace(")", "%29").Replace("\"", "%22").Replace("\\", "%5C");
}
