using System.Text;

namespace MedtechBot.Importing;

/// <summary>Joins what a PDF keeps apart.</summary>
internal static class PdfText
{
    /// <summary>Words of a line; a change of font begins a word as well, so only a visible gap is a space.</summary>
    public static string Join(IEnumerable<PdfWord> words)
    {
        var text = new StringBuilder();
        PdfWord? before = null;
        foreach (var word in words)
        {
            var gap = before is null ? 0 : word.Left - before.Right;
            var betweenLatin = before is not null && before.Text[^1] < '\u2E80' && word.Text[0] < '\u2E80';
            text.Append(gap > (betweenLatin ? 0.1 : 0.4) * word.Em ? " " : "").Append(word.Text);
            before = word;
        }
        return text.ToString();
    }

    /// <summary>Adds a line to a paragraph; a word that was divided between lines is put together again.</summary>
    public static void AddLine(StringBuilder paragraph, string line)
    {
        if (paragraph.Length > 1 && paragraph[^1] is '-' or '\u2010' && char.IsAsciiLetter(paragraph[^2]) && line.Length > 0 && char.IsAsciiLetterLower(line[0]))
        {
            paragraph.Length--;
        }
        else if (paragraph.Length > 0)
        {
            paragraph.Append('\n');
        }
        paragraph.Append(line);
    }
}
