using System.Globalization;
using System.Text;

namespace MedtechBot.Knowledge.Reading;

/// <summary>
/// Fills <c>{column}</c> from one row, <c>{column|list}</c> with the different values of all rows of a group, and <c>{n}</c> with their number.
/// </summary>
internal sealed class RowTemplate(IReadOnlyList<IReadOnlyDictionary<string, string>> group, Action<string> problem)
{
    // Generous for a passage, and short of what a hostile template could grow to.
    private const int MaxLength = 20_000;

    public string Expand(string template) => Expand(template, group[0]);

    public string Expand(string template, IReadOnlyDictionary<string, string> row)
    {
        var text = new StringBuilder();
        for (var i = 0; i < template.Length && text.Length <= MaxLength; i++)
        {
            var end = template[i] == '{' ? template.IndexOf('}', i) : -1;
            if (end < 0)
            {
                text.Append(template[i]);
                continue;
            }
            text.Append(Value(template[(i + 1)..end], row));
            i = end;
        }
        if (text.Length > MaxLength)
        {
            problem($"a value grows beyond {MaxLength} characters");
            return "";
        }
        return text.ToString().Trim();
    }

    private string Value(string name, IReadOnlyDictionary<string, string> row)
    {
        var list = name.EndsWith("|list", StringComparison.Ordinal);
        var column = list ? name[..^"|list".Length] : name;
        if (row.TryGetValue(column, out var value))
        {
            return list ? string.Join('、', group.Select(r => r[column]).Where(v => v.Length > 0).Distinct().Take(MaxLength)) : value;
        }
        if (name == "n")
        {
            return group.Count.ToString(CultureInfo.InvariantCulture);
        }
        problem($"there is no column '{column}'");
        return "";
    }
}
