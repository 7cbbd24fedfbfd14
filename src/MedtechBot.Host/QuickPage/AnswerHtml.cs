using System.Globalization;
using System.Text.RegularExpressions;
using MedtechBot.Answers;
using MedtechBot.Host.KnowledgePages;
using Microsoft.AspNetCore.Components;

namespace MedtechBot.Host.QuickPage;

/// <summary>An answer's text with its [n] marks leading to what they cite.</summary>
internal static partial class AnswerHtml
{
    public static MarkupString Render(Answer answer) => SectionHtml.Render(Mark().Replace(answer.Text, match =>
        answer.Citations.FirstOrDefault(c => c.Position == int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture)) is { } citation
            ? $"[\\[{citation.Position}\\]]({citation.Path})"
            : match.Value));

    [GeneratedRegex(@"\[(\d{1,2})\](?![(\[])")]
    private static partial Regex Mark();
}
