using System.Text;
using MedtechBot.Consultations;
using MedtechBot.Host.Pages;

namespace MedtechBot.Host.Desk.Queue;

/// <summary>Tickets as a file for spreadsheets, one row each. What the reader may not see stays out, and no cell becomes a formula.</summary>
internal static class TicketCsv
{
    private static readonly string[] Columns =
        ["番号", "状態", "相談内容", "分野", "地域", "窓口", "緊急度", "担当", "受付", "約束の期日", "初回回答", "完了", "結果", "秘密", "相談者の未対応の書き込み", "返事待ちの開始", "停滞"];

    /// <param name="topics">The names of topics by their codes.</param>
    public static byte[] Write(IEnumerable<TicketLine> lines, IReadOnlyDictionary<string, string> topics)
    {
        var csv = new StringBuilder();
        Append(csv, Columns);
        foreach (var line in lines)
        {
            var row = line.Row;
            Append(csv,
            [
                row.Number, DeskWords.Of(row.Status), line.Headline, row.Topic is { } topic ? topics.GetValueOrDefault(topic, topic) : null, row.Region, row.Desk, DeskWords.OfUrgency(row.Urgency),
                row.Holder, DeskWords.Of(row.OpenedAt), Time(row.DueAt), Time(row.FirstReplyAt), Time(row.ClosedAt), row.Outcome is { } outcome ? DeskWords.Of(outcome) : null,
                row.IsConfidential ? "秘密" : null, Time(row.AskerWroteAt), Time(row.WaitingSince), Time(row.StaleAt),
            ]);
        }
        // With a mark, so that spreadsheets read Japanese as it is.
        return [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(csv.ToString())];
    }

    private static void Append(StringBuilder csv, IEnumerable<string?> cells) => csv.AppendJoin(',', cells.Select(CsvCell.Of)).Append("\r\n");

    private static string? Time(DateTimeOffset? at) => at is { } given ? DeskWords.Of(given) : null;
}
