namespace MedtechBot.Host.Pages;

/// <summary>A cell of a file for spreadsheets that stays text: what begins like a formula would be run there.</summary>
internal static class CsvCell
{
    public static string Of(string? text)
    {
        var plain = text is ['=' or '+' or '-' or '@' or '\t' or '\r' or '＝' or '＋' or '－' or '＠', ..] ? "'" + text : text ?? "";
        return plain.AsSpan().ContainsAny(",\"\r\n") ? $"\"{plain.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : plain;
    }
}
