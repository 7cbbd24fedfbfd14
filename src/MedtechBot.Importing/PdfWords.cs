using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using MedtechBot.Knowledge.Reading;

namespace MedtechBot.Importing;

/// <param name="Line">Words of one line follow each other; numbers are counted through the document.</param>
/// <param name="Block">Likewise for the block of lines.</param>
internal sealed record PdfWord(double Left, double Top, double Right, double Bottom, string Text, int Line, int Block)
{
    public double Middle => (Top + Bottom) / 2;

    /// <summary>The size of the letters. Boxes are as tall as the font says, which tells little of Japanese fonts; their letters are as wide as they are tall.</summary>
    public double Em { get; } = IsJapanese(Text) && Text.Count(Sentences.IsJapanese) is var wide ? (Right - Left) / (wide + (0.5 * (Text.Length - wide))) : (Bottom - Top) * 0.85;

    public bool Japanese => IsJapanese(Text);

    private static bool IsJapanese(string text) => text.Count(Sentences.IsJapanese) * 2 >= text.Length;
}

internal sealed record PdfPage(int Number, double Width, double Height, IReadOnlyList<PdfWord> Words);

/// <summary>Reads what pdftotext -bbox-layout prints: an element a line. What is not understood is passed over.</summary>
internal static partial class PdfWords
{
    private const int LongestLine = 20_000;

    public static (string Title, List<PdfPage> Pages) Read(TextReader output)
    {
        var pages = new List<PdfPage>();
        var words = new List<PdfWord>();
        var (title, line, block) = ("", 0, 0);
        while (output.ReadLine() is { } text)
        {
            if (text.Length > LongestLine)
            {
                continue;
            }
            var trimmed = text.AsSpan().TrimStart();
            if (trimmed.StartsWith("<word"))
            {
                if (Word().Match(text) is { Success: true } word && WebUtility.HtmlDecode(word.Groups[5].Value) is { Length: > 0 } content)
                {
                    words.Add(new PdfWord(Number(word, 1), Number(word, 2), Number(word, 3), Number(word, 4), Bullets(content), line, block));
                }
            }
            else if (trimmed.StartsWith("<line"))
            {
                line++;
            }
            else if (trimmed.StartsWith("<block"))
            {
                block++;
            }
            else if (trimmed.StartsWith("<page") && Page().Match(text) is { Success: true } page)
            {
                words = [];
                pages.Add(new PdfPage(pages.Count + 1, Number(page, 1), Number(page, 2), words));
            }
            else if (trimmed.StartsWith("<title>"))
            {
                title = WebUtility.HtmlDecode(text.Replace("<title>", "", StringComparison.Ordinal).Replace("</title>", "", StringComparison.Ordinal));
            }
        }
        return (title, pages);
    }

    private static double Number(Match match, int group) => double.TryParse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture, out var value) ? value : 0;

    // Symbol fonts put their bullets where Unicode has nothing.
    private static string Bullets(string text) => string.Create(text.Length, text, static (span, from) =>
    {
        for (var i = 0; i < span.Length; i++)
        {
            span[i] = from[i] is '\uF0B7' or '\uF0A7' or '\uF06C' or '\uF06E' or '\uF0D8' or '\uF0FC' or '\uF075' ? '•' : from[i];
        }
    });

    [GeneratedRegex(@"<word xMin=""([-\d.]+)"" yMin=""([-\d.]+)"" xMax=""([-\d.]+)"" yMax=""([-\d.]+)"">(.*)</word>")]
    private static partial Regex Word();

    [GeneratedRegex(@"<page width=""([-\d.]+)"" height=""([-\d.]+)""")]
    private static partial Regex Page();
}
