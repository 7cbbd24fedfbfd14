using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace MedtechBot.Teams;

/// <summary>What a person wrote, out of what Teams makes of it: without the bot's name, other people by name, characters as themselves.</summary>
public static partial class TeamsText
{
    public static string Of(TeamsActivity activity)
    {
        var text = activity.Text;
        foreach (var mention in activity.Mentions)
        {
            text = text.Replace(mention.Text, mention.Id == activity.Recipient.Id ? " " : NameIn(mention.Text), StringComparison.Ordinal);
        }
        text = WebUtility.HtmlDecode(Mention().Replace(text, "$1"));
        return Spaces().Replace(Printable(text), " ").Trim();
    }

    private static string NameIn(string mention) => Mention().Replace(mention, "$1");

    // Control characters other than line breaks and tabs have no place in a message, nor have halves of characters.
    private static string Printable(string text)
    {
        var printable = new StringBuilder(text.Length);
        foreach (var rune in text.Replace("\r\n", "\n", StringComparison.Ordinal).EnumerateRunes())
        {
            if (rune.Value is '\n' or '\t' || !Rune.IsControl(rune))
            {
                printable.Append(rune.Value == '\u00a0' ? " " : rune.ToString());
            }
        }
        return printable.ToString();
    }

    [GeneratedRegex(@"<at(?:\s[^<>]*)?>([^<]*)</at>", RegexOptions.IgnoreCase)]
    private static partial Regex Mention();

    [GeneratedRegex(" {2,}")]
    private static partial Regex Spaces();
}
