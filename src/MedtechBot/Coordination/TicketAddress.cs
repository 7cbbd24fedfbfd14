using System.Text.RegularExpressions;
using MedtechBot.Consultations;

namespace MedtechBot.Coordination;

/// <summary>How an asker says in the chat which of their tickets a message is for.</summary>
public static partial class TicketAddress
{
    // An address stands at the very beginning.
    private const int Longest = 40;

    public static string To(TicketNumber number, string text, bool english) => (english ? $"Tell {number}: " : $"{number}に伝える: ") + text;

    /// <returns>The number and the words behind it; no number and the whole message when it is addressed to none.</returns>
    public static (TicketNumber? Number, string Text) Of(string message)
    {
        var start = string.Concat(message.Take(Longest).Select(Narrow));
        return Address().Match(start) is { Success: true } address && TicketNumber.TryParse(address.Groups[1].Value.ToUpperInvariant(), out var number)
            && message[address.Length..].Trim() is { Length: > 0 } text
            ? (number, text) : (null, message);
    }

    // Typed with a Japanese keyboard, the letters are wide and the hyphen is one of many.
    private static char Narrow(char letter) => letter switch
    {
        'ー' or '−' or '‐' or '–' => '-',
        _ => Typed.Narrow(letter),
    };

    [GeneratedRegex(@"\A\s*(?:tell\s+|to\s+)?(C-[0-9]{4}-[0-9]{4,10})\s*(?:に伝える|に追加|あて|へ)?\s*:", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Address();
}
