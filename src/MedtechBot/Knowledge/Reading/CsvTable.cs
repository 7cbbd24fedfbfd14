using System.Text;

namespace MedtechBot.Knowledge.Reading;

/// <summary>Comma-separated rows below a header line, quoted as RFC 4180 has it.</summary>
internal sealed record CsvTable(IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyDictionary<string, string>> Rows)
{
    /// <returns>Null after naming the problem.</returns>
    public static CsvTable? Read(string text, FileProblems problems)
    {
        if (Records(text, problems) is not { } records)
        {
            return null;
        }
        if (records.Count == 0)
        {
            problems.Error(1, "has no header line");
            return null;
        }
        var columns = records[0].Fields.ConvertAll(c => c.Trim());
        if (columns.GroupBy(c => c).FirstOrDefault(g => g.Count() > 1 || g.Key.Length == 0) is { } wrong)
        {
            problems.Error(1, wrong.Key.Length == 0 ? "a column has no name" : $"column '{wrong.Key}' is there twice");
            return null;
        }
        var rows = new List<IReadOnlyDictionary<string, string>>();
        foreach (var (fields, line) in records.Skip(1))
        {
            if (fields.Count != columns.Count)
            {
                problems.Error(line, $"has {fields.Count} fields instead of {columns.Count}");
                continue;
            }
            rows.Add(columns.Zip(fields).ToDictionary(c => c.First, c => c.Second.Trim(), StringComparer.Ordinal));
        }
        return new CsvTable(columns, rows);
    }

    private static List<(List<string> Fields, int Line)>? Records(string text, FileProblems problems)
    {
        var records = new List<(List<string>, int)>();
        var fields = new List<string>();
        var field = new StringBuilder();
        int line = 1, startLine = 1;
        for (var i = 0; i < text.Length; i++)
        {
            switch (text[i])
            {
                case '"' when field.Length == 0:
                    var quotedFrom = line;
                    for (i++; i < text.Length && !(text[i] == '"' && (i + 1 == text.Length || text[i + 1] != '"')); i++)
                    {
                        i += text[i] == '"' ? 1 : 0;
                        line += text[i] == '\n' ? 1 : 0;
                        field.Append(text[i] == '\n' ? ' ' : text[i]);
                    }
                    if (i >= text.Length || (i + 1 < text.Length && text[i + 1] is not (',' or '\n')))
                    {
                        problems.Error(quotedFrom, "a quoted field does not end properly");
                        return null;
                    }
                    break;
                case ',':
                    EndField();
                    break;
                case '\n':
                    EndRecord();
                    line++;
                    startLine = line;
                    break;
                default:
                    field.Append(text[i]);
                    break;
            }
        }
        EndRecord();
        return records;

        void EndField()
        {
            fields.Add(field.ToString());
            field.Clear();
        }

        void EndRecord()
        {
            EndField();
            if (fields.Count > 1 || fields[0].Length > 0)
            {
                records.Add((fields, startLine));
            }
            fields = [];
        }
    }
}
