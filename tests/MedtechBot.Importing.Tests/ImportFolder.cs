using System.Text;
using System.Text.RegularExpressions;
using MedtechBot.Knowledge;

namespace MedtechBot.Importing.Tests;

/// <summary>A folder of its own with files to import and a knowledge folder that drafts go to.</summary>
public sealed partial class ImportFolder : IDisposable
{
    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("import-");

    public string Root => _root.FullName;

    public string Knowledge => Path.Combine(Root, "knowledge");

    public string Drafts => Path.Combine(Knowledge, "drafts");

    public string Add(string name, string text) => Add(name, Encoding.UTF8.GetBytes(text));

    public string Add(string name, byte[] bytes)
    {
        var path = Path.Combine(Root, name);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    public ImportedDraft Import(string file, string? output = null, bool force = false, ImportLimits? limits = null, string? searchPath = null) =>
        new DraftImport(Knowledge, searchPath ?? Environment.GetEnvironmentVariable("PATH"), limits).Run(file, output, force);

    /// <summary>The one draft made of a file.</summary>
    public string Draft(string file, ImportLimits? limits = null) => File.ReadAllText(Assert.Single(Import(file, limits: limits).Files));

    public string Refusal(string file, ImportLimits? limits = null, string? searchPath = null)
    {
        var refused = Assert.Throws<ImportRefusedException>(() => Import(file, limits: limits, searchPath: searchPath));
        Assert.False(Directory.Exists(Drafts) && Directory.EnumerateFileSystemEntries(Drafts).Any(), "a refused file leaves nothing behind");
        Assert.DoesNotContain('\n', refused.Message);
        return refused.Message;
    }

    /// <summary>Fills in what a person would, and reads the result as knowledge.</summary>
    public KnowledgeReading Finish(IEnumerable<string> drafts)
    {
        var finished = Path.Combine(Root, "finished");
        Directory.CreateDirectory(finished);
        foreach (var draft in drafts)
        {
            var text = File.ReadAllText(draft);
            foreach (var (key, value) in new[]
            {
                ("title_en", "A title"), ("kind", "guidebook"), ("topics", "[regulatory]"), ("jurisdictions", "[JP]"), ("authority", "guidebook"),
                ("publisher", "発行者"), ("date", "2026-04"), ("url", "unknown"), ("as_of", "2026-04"), ("en", "A gist."),
            })
            {
                text = Regex.Replace(text, $"(?m)^( *{key}:) TODO.*$", $"$1 {value}");
            }
            File.WriteAllText(Path.Combine(finished, Path.GetFileName(draft)), text.Replace("reviewed: draft", "reviewed: 2026-11-21", StringComparison.Ordinal));
        }
        return KnowledgeLint.Check(finished);
    }

    /// <summary>The headings of a draft's sections with their ids.</summary>
    public static IReadOnlyList<(string Heading, string Id)> Sections(string draft) =>
        [.. Section().Matches(draft).Select(m => (m.Groups[1].Value, m.Groups[2].Value))];

    /// <summary>What stands in a draft's sections, without comments.</summary>
    public static string Body(string draft) => Comment().Replace(draft[draft.IndexOf("\n## ", StringComparison.Ordinal)..], "");

    public void Dispose() => _root.Delete(recursive: true);

    [GeneratedRegex(@"(?m)^## (.*) \{#(.*)\}$")]
    private static partial Regex Section();

    [GeneratedRegex("<!--.*?-->", RegexOptions.Singleline)]
    private static partial Regex Comment();
}
