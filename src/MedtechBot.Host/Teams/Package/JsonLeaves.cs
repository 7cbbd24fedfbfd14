using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace MedtechBot.Host.Teams.Package;

/// <summary>The values of a JSON document with where they stand, written as Teams writes it: <c>bots[0].botId</c>.</summary>
internal static partial class JsonLeaves
{
    public static IEnumerable<(string Path, string Value)> Of(JsonNode? node, string path = "") => node switch
    {
        JsonObject fields => fields.SelectMany(f => Of(f.Value, path.Length == 0 ? f.Key : $"{path}.{f.Key}")),
        JsonArray items => items.SelectMany((item, index) => Of(item, $"{path}[{index}]")),
        JsonValue value => [(path, value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : value.ToJsonString())],
        _ => [],
    };

    /// <summary>The same place in every entry of its lists: <c>bots[].botId</c>.</summary>
    public static string Everywhere(string path) => Index().Replace(path, "[]");

    [GeneratedRegex(@"\[[0-9]+\]")]
    private static partial Regex Index();
}
