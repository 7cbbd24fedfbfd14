using MedtechBot.Knowledge.Reading;

namespace MedtechBot.Knowledge;

/// <summary>Checks everything in a knowledge folder: the documents and the word lists beside them.</summary>
public static class KnowledgeLint
{
    private static readonly HashSet<string> Relations = ["synonym", "related", "old-name"];

    /// <returns>The documents without errors, and every problem in the order of files and lines.</returns>
    public static KnowledgeReading Check(string folder, TimeProvider? time = null)
    {
        var reading = KnowledgeReader.Read(folder, time);
        var problems = reading.Problems.ToList();
        problems.AddRange(CheckWordList(folder, "thesaurus.tsv", CheckTerm));
        problems.AddRange(CheckWordList(folder, "user-dictionary.tsv", CheckWord));
        return reading with { Problems = [.. problems.OrderBy(p => p.File, StringComparer.Ordinal).ThenBy(p => p.Line)] };
    }

    private static IReadOnlyList<KnowledgeProblem> CheckWordList(string folder, string name, Func<string[], (string Key, string? Problem)> check)
    {
        var problems = new FileProblems(name);
        var file = new KnowledgeFile(name, Path.Combine(Path.GetFullPath(folder), name));
        // A list that leaves the folder is already named by the reader.
        if (!File.Exists(file.FullPath) || !KnowledgeFiles.IsInside(file, file) || KnowledgeFiles.ReadText(file, problems) is not { } text)
        {
            return problems.All;
        }
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        var lines = text.Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            if (lines[i].Trim().Length == 0 || lines[i].StartsWith('#') || (i == 0 && IsHeader(lines[i])))
            {
                continue;
            }
            var (key, problem) = check(lines[i].Split('\t'));
            if (problem is not null)
            {
                problems.Error(i + 1, problem);
            }
            else if (!seen.TryAdd(key, i + 1))
            {
                problems.Error(i + 1, $"says the same as line {seen[key]}");
            }
        }
        return problems.All;
    }

    private static bool IsHeader(string line) => line is "canonical\tvariant\trelation" or "surface\treading";

    private static (string Key, string? Problem) CheckTerm(string[] columns) =>
        columns.Length != 3 || columns[0].Trim().Length == 0 || columns[1].Trim().Length == 0 ? ("", "must read canonical TAB variant TAB relation")
        : !Relations.Contains(columns[2]) ? ("", $"unknown relation '{columns[2]}' (one of: {string.Join(' ', Relations)})")
        : columns[0] == columns[1] ? ("", $"'{columns[0]}' stands for itself")
        : (columns[0] + '\t' + columns[1], null);

    private static (string Key, string? Problem) CheckWord(string[] columns) =>
        columns.Length != 2 || columns[0].Trim().Length == 0 || columns[1].Trim().Length == 0 ? ("", "must read surface TAB reading")
        : !columns[1].Trim().All(IsKana) ? ("", $"the reading '{columns[1]}' is not kana")
        : (columns[0].Trim(), null);

    private static bool IsKana(char c) => c is >= '\u3041' and <= '\u3096' or >= '\u30A1' and <= '\u30FA' or 'ー' or '・';
}
