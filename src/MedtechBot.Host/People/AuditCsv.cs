using System.Text;
using MedtechBot.Host.Desk;
using MedtechBot.People;

namespace MedtechBot.Host.People;

/// <summary>The audit log as a table for spreadsheets, newest first.</summary>
internal static class AuditCsv
{
    private const int LinesAtOnce = 1_000;

    public static async Task WriteAsync(Stream body, AuditLog log, AuditFilter filter, CancellationToken cancellation)
    {
        // With the mark by which spreadsheets know UTF-8.
        await using var writer = new StreamWriter(body, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true);
        await writer.WriteAsync("日時,だれが,操作,相談,対象,結果\r\n".AsMemory(), cancellation);
        for (var next = filter; next is not null;)
        {
            var lines = await log.ReadAsync(next, LinesAtOnce, cancellation);
            foreach (var line in lines)
            {
                string?[] cells = [DeskWords.Of(line.At), line.ActorName, line.Action, line.Ticket, line.SubjectName, PeopleWords.Of(line.Outcome)];
                await writer.WriteAsync($"{string.Join(',', cells.Select(Cell))}\r\n".AsMemory(), cancellation);
            }
            next = lines.Count == LinesAtOnce ? next with { Before = lines[^1].Id } : null;
        }
    }

    /// <summary>A cell that stays text: a name that begins like a formula would be run by the spreadsheet.</summary>
    internal static string Cell(string? text)
    {
        var plain = text is ['=' or '+' or '-' or '@' or '\t' or '\r', ..] ? "'" + text : text ?? "";
        return plain.AsSpan().ContainsAny(",\"\r\n") ? $"\"{plain.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : plain;
    }
}
