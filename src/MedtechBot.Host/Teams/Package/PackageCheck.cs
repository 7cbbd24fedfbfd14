using System.Text.Json;
using System.Text.Json.Nodes;

namespace MedtechBot.Host.Teams.Package;

/// <summary>Looks through a package as Teams would, so that what it would refuse is known before it is uploaded.</summary>
public static class PackageCheck
{
    /// <summary>What must be put right; nothing when it can be uploaded.</summary>
    public static IReadOnlyList<PackageProblem> Problems(IReadOnlyDictionary<string, byte[]> files, PackageOrder order)
    {
        if (Read(files, AppPackage.Manifest) is not { } manifest)
        {
            return [Unreadable(AppPackage.Manifest)];
        }
        var leaves = JsonLeaves.Of(manifest).ToList();
        var (icons, languages) = (Icons(leaves), Languages(leaves));
        return
        [
            .. ManifestCheck.Problems(leaves, order),
            .. icons.Where(i => files.ContainsKey(i.File)).SelectMany(i => IconCheck.Problems(i.File, files[i.File], i.Size, i.IsOutline)),
            .. languages.Where(files.ContainsKey).SelectMany(l => Read(files, l) is { } language ? LanguageProblems(l, language, leaves) : [Unreadable(l)]),
            .. FileProblems(files, [AppPackage.Manifest, .. icons.Select(i => i.File), .. languages]),
        ];
    }

    private static IReadOnlyList<(string File, int Size, bool IsOutline)> Icons(IReadOnlyList<(string Path, string Value)> leaves) =>
    [
        .. leaves.Where(l => l.Path == "icons.color").Select(l => (l.Value, IconCheck.ColorSize, false)),
        .. leaves.Where(l => l.Path == "icons.outline").Select(l => (l.Value, IconCheck.OutlineSize, true)),
    ];

    private static IReadOnlyList<string> Languages(IReadOnlyList<(string Path, string Value)> leaves) =>
        [.. leaves.Where(l => JsonLeaves.Everywhere(l.Path) == "localizationInfo.additionalLanguages[].file").Select(l => l.Value)];

    // A language says everything that the manifest says in the first, and nothing else.
    private static IEnumerable<PackageProblem> LanguageProblems(string file, JsonObject language, IReadOnlyList<(string Path, string Value)> manifest)
    {
        var said = language.Where(f => f.Key != "$schema").Select(f => (Path: f.Key, Value: f.Value is JsonValue v && v.GetValueKind() == JsonValueKind.String ? v.GetValue<string>() : "")).ToList();
        var wanted = manifest.Select(l => l.Path).Where(ManifestTexts.IsTranslated).ToList();
        return wanted.Except(said.Select(s => s.Path)).Select(p => new PackageProblem($"{file} {p}", null, "訳を書き足してください。", "Add its translation."))
            .Concat(said.Select(s => s.Path).Except(wanted).Select(p => new PackageProblem($"{file} {p}", null, "manifest.json にこの項目はありません。消してください。", "The manifest has no such field; remove it.")))
            .Concat(ManifestTexts.Problems(file, said));
    }

    private static IEnumerable<PackageProblem> FileProblems(IReadOnlyDictionary<string, byte[]> files, IReadOnlyList<string> named) =>
        named.Distinct().Where(n => !files.ContainsKey(n)).Select(n => new PackageProblem(n, null, "manifest.json にあるファイルが、パッケージにありません。", "The manifest names it, and it is not in the package."))
            .Concat(files.Keys.Except(named).Select(n => new PackageProblem(n, null, "manifest.json にないファイルです。パッケージから除いてください。", "The manifest does not name it; leave it out of the package.")));

    private static PackageProblem Unreadable(string file) => new(file, null, "JSON として読み取れません。", "It is no JSON object.");

    private static JsonObject? Read(IReadOnlyDictionary<string, byte[]> files, string name)
    {
        try
        {
            return files.TryGetValue(name, out var content) ? JsonNode.Parse(content)?.AsObject() : null;
        }
        catch (Exception failure) when (failure is JsonException or InvalidOperationException or ArgumentException)
        {
            return null;
        }
    }
}
