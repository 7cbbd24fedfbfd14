using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using MedtechBot.Host.Desk.Sources;

namespace MedtechBot.Host.Teams.Extension;

/// <summary>What somebody looks for from the compose box.</summary>
/// <param name="Command">As the manifest names it; others are taken for a search in the knowledge.</param>
/// <param name="Words">Empty when nothing was typed yet.</param>
internal sealed record ExtensionQuery(string Command, string Words, int Skip, int Count)
{
    public const int MostResults = 25;
    public const string Knowledge = "knowledge";
    public const string Tickets = "tickets";

    private const int MostParameters = 20;

    // Clients send it, with the value "true", when the search is opened.
    private const string InitialRun = "initialRun";

    /// <returns>Null when it is none.</returns>
    public static ExtensionQuery? Read(JsonNode? value)
    {
        try
        {
            if (value is not JsonObject query || query["parameters"] is not (null or JsonArray { Count: <= MostParameters }) || query["queryOptions"] is not (null or JsonObject))
            {
                return null;
            }
            var parameters = (query["parameters"] as JsonArray ?? []).ToList();
            if (parameters.Any(p => p is not JsonObject))
            {
                return null;
            }
            // Some clients leave the name out.
            var typed = parameters.Cast<JsonObject>().FirstOrDefault(p => TextOf(p["name"]) != InitialRun);
            var words = typed?["value"] is null ? "" : TextOf(typed["value"]);
            var options = query["queryOptions"] as JsonObject;
            return words is null ? null : new ExtensionQuery(
                TextOf(query["commandId"]) ?? Knowledge,
                words.Trim() is var given && given.Length <= PassageSuggestions.LongestQuery ? given : given[..PassageSuggestions.LongestQuery],
                Math.Clamp(NumberOf(options?["skip"]) ?? 0, 0, MostResults),
                Math.Clamp(NumberOf(options?["count"]) ?? MostResults, 1, MostResults));
        }
        // An object that names a field twice, or half a character.
        catch (Exception failure) when (failure is ArgumentException or InvalidOperationException)
        {
            return null;
        }
    }

    public static string? TextOf(JsonNode? node) => node is JsonValue value && value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : null;

    private static int? NumberOf(JsonNode? node) =>
        node is JsonValue value && value.GetValueKind() == JsonValueKind.Number && double.TryParse(value.ToJsonString(), CultureInfo.InvariantCulture, out var number) ? (int)Math.Clamp(number, 0, MostResults) : null;
}
