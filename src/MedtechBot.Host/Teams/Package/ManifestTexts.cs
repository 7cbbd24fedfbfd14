namespace MedtechBot.Host.Teams.Package;

/// <summary>How long the words of a manifest may be, and which of them are said in every language.</summary>
internal static class ManifestTexts
{
    private static readonly Dictionary<string, int> Translated = new(StringComparer.Ordinal)
    {
        ["name.short"] = 30,
        ["name.full"] = 100,
        ["description.short"] = 80,
        ["description.full"] = 4_000,
        ["bots[].commandLists[].commands[].title"] = 32,
        ["bots[].commandLists[].commands[].description"] = 128,
        ["composeExtensions[].commands[].title"] = 32,
        ["composeExtensions[].commands[].description"] = 128,
        ["composeExtensions[].commands[].parameters[].title"] = 32,
        ["composeExtensions[].commands[].parameters[].description"] = 128,
        ["staticTabs[].name"] = 128,
    };

    public static bool IsTranslated(string path) => Translated.ContainsKey(JsonLeaves.Everywhere(path));

    /// <summary>Too long or empty, wherever in a file such words stand.</summary>
    public static IEnumerable<PackageProblem> Problems(string file, IEnumerable<(string Path, string Value)> leaves)
    {
        foreach (var (path, value) in leaves)
        {
            if ((path == "developer.name" ? PackageOrder.LongestDeveloper : Translated.GetValueOrDefault(JsonLeaves.Everywhere(path), int.MaxValue)) is var longest && value.Length > longest)
            {
                yield return new($"{file} {path}", value, $"{longest}文字以内にしてください(今は{value.Length}文字)。", $"Shorten it to {longest} characters ({value.Length} now).");
            }
            else if (string.IsNullOrWhiteSpace(value))
            {
                yield return new($"{file} {path}", value, "空です。文字を入れるか、項目ごと消してください。", "It is empty: fill it in, or remove the field.");
            }
        }
    }
}
