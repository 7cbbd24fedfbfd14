namespace MedtechBot.Knowledge;

/// <summary>A row of the table a passage was made of.</summary>
/// <param name="Values">By column; never changes.</param>
/// <param name="Text">How the row is quoted: one of the passage's units. Empty when the passage does not list its rows.</param>
public sealed record PassageRow(IReadOnlyDictionary<string, string> Values, string Text)
{
    /// <summary>The column's value; empty when there is no such column.</summary>
    public string this[string column] => Values.GetValueOrDefault(column, "");

    /// <summary>The values of a column that holds several, separated by semicolons.</summary>
    public IReadOnlyList<string> List(string column) =>
        this[column].Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
