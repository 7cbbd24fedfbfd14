using System.Text.Json.Nodes;
using MedtechBot.Host.Replies;

namespace MedtechBot.Host.Teams;

/// <summary>
/// A card as Teams draws it everywhere, on phones too: laid out with what version 1.2 has, its buttons as Action.Execute, which leave the
/// card in place, with Action.Submit for clients that do not know them.
/// </summary>
internal static class TeamsCard
{
    /// <summary>The card in its Teams form; the given one stays as it is.</summary>
    /// <param name="withFallbacks">Buttons carry their older form too, which doubles what they hold.</param>
    public static JsonObject Of(JsonObject card, string? origin, bool withFallbacks = true)
    {
        var shaped = (JsonObject)card.DeepClone();
        shaped["version"] = TeamsLimits.CardVersion;
        var words = shaped["body"] is JsonArray body ? WordsOf(body) : "";
        Rewrite(shaped, origin, withFallbacks);
        shaped["fallbackText"] ??= words.Length > 0 ? words : Titles(shaped);
        return shaped;
    }

    private static void Rewrite(JsonObject element, string? origin, bool withFallbacks)
    {
        foreach (var (name, value) in element.ToList())
        {
            switch (value)
            {
                case JsonArray { Count: > 0 } actions when name == "actions":
                    element[name] = new JsonArray([.. actions.OfType<JsonObject>().Take(TeamsLimits.MostCardActions).Select(a => Action(a, withFallbacks))]);
                    break;
                case JsonArray items:
                    element[name] = new JsonArray([.. items.SelectMany(item => Items(item, origin, withFallbacks))]);
                    break;
                case JsonObject inner when name != "data":
                    Rewrite(inner, origin, withFallbacks);
                    break;
                case JsonValue text when name is "text" or "fallbackText" && element["type"] is not null:
                    element[name] = ReplyText.OpenAnywhere(text.ToString(), origin);
                    break;
            }
        }
    }

    private static IEnumerable<JsonNode?> Items(JsonNode? item, string? origin, bool withFallbacks)
    {
        var copy = item?.DeepClone();
        if (copy is JsonObject element)
        {
            // Labels are of 1.3: older clients would show a field without a name.
            if (TypeOf(element).StartsWith("Input.", StringComparison.Ordinal) && element["label"] is JsonValue label)
            {
                yield return new JsonObject { ["type"] = "TextBlock", ["text"] = label.ToString(), ["wrap"] = true };
                element.Remove("label");
            }
            Rewrite(element, origin, withFallbacks);
        }
        yield return copy;
    }

    private static JsonObject Action(JsonObject action, bool withFallback)
    {
        var copy = (JsonObject)action.DeepClone();
        if (TypeOf(action) is not ("Action.Submit" or "Action.Execute") || (action["data"] as JsonObject)?["verb"] is not { } verb)
        {
            return copy;
        }
        copy["type"] = "Action.Execute";
        copy["verb"] = verb.DeepClone();
        if (withFallback)
        {
            var older = (JsonObject)action.DeepClone();
            older["type"] = "Action.Submit";
            older.Remove("verb");
            copy["fallback"] = older;
        }
        return copy;
    }

    private static string TypeOf(JsonObject element) => (element["type"] as JsonValue)?.ToString() ?? "";

    private static string WordsOf(JsonArray body) => string.Join('\n', body.OfType<JsonObject>().Where(e => TypeOf(e) == "TextBlock").Select(e => e["text"]?.ToString()));

    private static string Titles(JsonObject card) => card["actions"] is JsonArray actions ? string.Join(" / ", actions.OfType<JsonObject>().Select(a => a["title"]?.ToString())) : "";
}
