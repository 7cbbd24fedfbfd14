using System.Text;
using System.Text.RegularExpressions;

namespace MedtechBot.Benchmarks;

/// <summary>
/// The product's knowledge several times over, for seeing how the product grows with it. The first copy is the knowledge as it is. In
/// every further copy document ids end in the copy's number, and each name and each rarer word is replaced throughout by a made-up one
/// of the same length and script, so that words, pairs of characters and sounds grow as in new text on the same trade (at ten times the
/// text three, nine and three times as many) and lists of passages do not merely repeat. The word lists grow along. `knowledge lint` accepts the result.
/// </summary>
internal static partial class GrownKnowledge
{
    private static readonly string[] WordLists = ["thesaurus.tsv", "user-dictionary.tsv"];

    public static void Write(string from, string to, int factor)
    {
        var files = Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories)
            .Where(f => Path.GetExtension(f) is ".md" or ".yaml" or ".csv" && Path.GetFileName(f) != "README.md" && !f.Contains("drafts", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .ToDictionary(f => Path.GetRelativePath(from, f), File.ReadAllText);
        var lists = WordLists.ToDictionary(l => l, l => File.ReadAllLines(Path.Combine(from, l)));
        foreach (var (name, text) in files)
        {
            Put(Path.Combine(to, name), text);
        }
        var inUse = new WordsInUse(files.Values.Concat(lists.Values.Select(l => string.Join('\n', l))));
        var grown = lists.ToDictionary(l => l.Key, l => l.Value.ToList());
        for (var copy = 2; copy <= factor; copy++)
        {
            var words = new OtherWords(inUse, copy);
            foreach (var (name, text) in files)
            {
                var extension = Path.GetExtension(name);
                var renamed = extension == ".csv" ? text : DocumentId().Replace(text, $"$1-{copy}", 1);
                Put(Path.Combine(to, $"{Path.ChangeExtension(name, null)}-{copy}{extension}"), words.Replace(renamed));
            }
            foreach (var (name, lines) in lists)
            {
                grown[name].AddRange(lines.Skip(1).Where(l => l.Length > 0 && l[0] != '#').Select(l => words.Replace(l)));
            }
        }
        foreach (var (name, lines) in grown)
        {
            Put(Path.Combine(to, name), string.Join('\n', Once(lines)) + "\n");
        }
    }

    // A line that came out as before says nothing new, and a word that stands for itself is an error.
    private static IEnumerable<string> Once(IEnumerable<string> lines)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        return lines.Where(line => line.Split('\t') is var cells
            && (cells.Length < 2 || cells[0] != cells[1]) && seen.Add(cells.Length == 2 ? cells[0] : string.Join('\t', cells.Take(2))));
    }

    private static void Put(string file, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text, new UTF8Encoding(false));
    }

    [GeneratedRegex("^(id: *[a-z0-9-]+)", RegexOptions.Multiline)]
    private static partial Regex DocumentId();

    [GeneratedRegex(@"https?://[^\s)""]+|\p{IsCJKUnifiedIdeographs}{2,}|[ァ-ヴー]{3,}|\b[A-Z][a-z]{4,}\b")]
    internal static partial Regex Word();
}
