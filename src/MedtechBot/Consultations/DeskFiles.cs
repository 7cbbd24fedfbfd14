using MedtechBot.Consultations.Promises;
using MedtechBot.Consultations.Routing;
using MedtechBot.Knowledge;
using MedtechBot.Knowledge.Reading;

namespace MedtechBot.Consultations;

/// <summary>Reads what the desk goes by from <c>desk/</c> of a knowledge folder. A file that is not there says nothing.</summary>
internal static class DeskFiles
{
    /// <returns>Null for what has an error; the problems name it.</returns>
    public static (ClosingDays? Closing, RoutingRules? Routing, IReadOnlyList<KnowledgeProblem> Problems) Read(string folder)
    {
        var closing = Read(folder, ClosingDaysFile.Name, ClosingDaysFile.Read, ClosingDays.None);
        var routing = Read(folder, RoutingRulesFile.Name, RoutingRulesFile.Read, RoutingRules.Fallback);
        return (closing.Value, routing.Value, [.. closing.Problems, .. routing.Problems]);
    }

    private static (T? Value, IReadOnlyList<KnowledgeProblem> Problems) Read<T>(string folder, string name, Func<YamlMap, T> read, T nothing) where T : class
    {
        var problems = new FileProblems(name);
        var file = new KnowledgeFile(name, Path.Combine(Path.GetFullPath(folder), name));
        if (!File.Exists(file.FullPath))
        {
            return (nothing, []);
        }
        if (!KnowledgeFiles.IsInside(file, file))
        {
            problems.Error(0, "is a link that leaves the knowledge folder");
            return (null, problems.All);
        }
        var value = KnowledgeFiles.ReadText(file, problems) is { } text && YamlMap.Parse(text, 0, problems) is { } map ? read(map) : null;
        return (problems.HasErrors ? null : value, problems.All);
    }
}
