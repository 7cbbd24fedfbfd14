using System.Text;
using System.Text.RegularExpressions;

namespace MedtechBot.Turns.Limits;

/// <summary>Finds text that was encoded as base64, hexadecimal or binary digits: it decodes to something readable.</summary>
internal static partial class EncodedText
{
    private const int FewestLetters = 10;

    private static readonly UTF8Encoding Utf8 = new(false, throwOnInvalidBytes: true);

    public static bool IsIn(string message)
    {
        // Broken into lines, it is still one.
        var unbroken = LineBreak().Replace(message, "");
        return Candidates(message).Any(IsReadable) || (unbroken != message && Candidates(unbroken).Any(IsReadable));
    }

    private static IEnumerable<byte[]?> Candidates(string message)
    {
        foreach (Match run in Base64Run().Matches(message))
        {
            var text = run.Value.Replace('-', '+').Replace('_', '/').TrimEnd('=');
            // What is left of three bytes, and a word that touches it, do not spoil the rest.
            yield return FromBase64(text[..(text.Length - (text.Length % 4 == 1 ? 1 : 0))]);
        }
        foreach (Match run in HexRun().Matches(message))
        {
            var digits = string.Concat(run.Value.Replace("0x", "", StringComparison.Ordinal).Replace("\\x", "", StringComparison.Ordinal).Where(char.IsAsciiHexDigit));
            yield return Convert.FromHexString(digits[..(digits.Length & ~1)]);
        }
        foreach (Match run in BinaryRun().Matches(message))
        {
            var digits = string.Concat(run.Value.Where(char.IsAsciiDigit));
            yield return [.. digits.Chunk(8).Where(b => b.Length == 8).Select(b => Convert.ToByte(new string(b), 2))];
        }
    }

    private static byte[]? FromBase64(string text)
    {
        var bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text.PadRight((text.Length + 3) / 4 * 4, '='), bytes, out var count) ? bytes[..count] : null;
    }

    private static bool IsReadable(byte[]? bytes)
    {
        if (bytes is null)
        {
            return false;
        }
        try
        {
            var text = Utf8.GetString(bytes);
            var words = text.Count(c => char.IsLetter(c) || c == ' ');
            return words >= FewestLetters && words >= text.Length * 0.85 && (text.Contains(' ') || text.Any(c => c > '\u3000'));
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }

    [GeneratedRegex(@"[\r\n]")]
    private static partial Regex LineBreak();

    [GeneratedRegex("[A-Za-z0-9+/_-]{16,4000}={0,2}")]
    private static partial Regex Base64Run();

    [GeneratedRegex(@"(?:(?:0x|\\x)?[0-9a-fA-F]{2}[ ,:]?){12,2000}")]
    private static partial Regex HexRun();

    [GeneratedRegex("(?:[01]{8} ?){10,1000}")]
    private static partial Regex BinaryRun();
}
