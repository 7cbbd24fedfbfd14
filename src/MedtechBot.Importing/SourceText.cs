using System.Text;
using System.Text.RegularExpressions;

namespace MedtechBot.Importing;

/// <summary>The text of a Markdown or HTML file, in the encodings that Japanese files come in.</summary>
internal static partial class SourceText
{
    private const int HeadBytes = 2048;

    private static ReadOnlySpan<byte> Escape => "\e$"u8;

    public static string Read(SourceFile file) => Decode(file.ReadBytes(), file.Name, html: file.Format == SourceFormat.Html);

    public static string Decode(byte[] bytes, string name, bool html)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var bom = Bom(bytes);
        if (bom is null && bytes.AsSpan(0, Math.Min(bytes.Length, HeadBytes)).Contains((byte)0))
        {
            throw new ImportRefusedException($"{name} is not text: was it given the wrong extension?");
        }
        // Escapes are plain ASCII, which any encoding would take.
        string?[] candidates = bom is not null ? [bom] : bytes.AsSpan().IndexOf(Escape) >= 0 ? ["iso-2022-jp"] : ["utf-8", html ? Declared(bytes) : null, "shift_jis", "euc-jp"];
        foreach (var candidate in candidates.OfType<string>())
        {
            try
            {
                var text = Encoding.GetEncoding(candidate, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback).GetString(bytes).TrimStart('\uFEFF');
                // Shift_JIS takes nearly every byte; these are the ones that no text holds.
                if (!text.AsSpan().ContainsAnyInRange('\u0080', '\u009F') && !text.AsSpan().ContainsAnyInRange('\uF8F0', '\uF8FF'))
                {
                    return text;
                }
            }
            // Not this one, or no encoding of that name.
            catch (Exception failure) when (failure is DecoderFallbackException or ArgumentException or NotSupportedException)
            {
            }
        }
        throw new ImportRefusedException($"{name} is neither UTF-8 nor Shift_JIS text: save it as UTF-8.");
    }

    private static string? Bom(byte[] bytes) => bytes switch
    {
        [0xEF, 0xBB, 0xBF, ..] => "utf-8",
        [0xFF, 0xFE, ..] => "utf-16",
        [0xFE, 0xFF, ..] => "utf-16BE",
        _ => null,
    };

    private static string? Declared(byte[] bytes) =>
        Charset().Match(Encoding.Latin1.GetString(bytes, 0, Math.Min(bytes.Length, HeadBytes))) is { Success: true } match
            && !match.Groups[1].Value.StartsWith("utf", StringComparison.OrdinalIgnoreCase) ? match.Groups[1].Value : null;

    [GeneratedRegex(@"<meta[^>]{0,200}charset\s*=\s*[""']?([A-Za-z0-9_\-]{1,40})", RegexOptions.IgnoreCase)]
    private static partial Regex Charset();
}
