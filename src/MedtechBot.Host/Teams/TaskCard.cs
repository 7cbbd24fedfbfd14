using System.Text.Json.Nodes;

namespace MedtechBot.Host.Teams;

/// <summary>A card as a dialog of Teams takes it: laid out as in chats, but what is sent comes back by Action.Submit alone.</summary>
internal static class TaskCard
{
    public static JsonObject Of(JsonObject card, string? origin)
    {
        var shaped = TeamsCard.Of(card, origin, withFallbacks: false);
        Submit(shaped);
        return shaped;
    }

    private static void Submit(JsonNode? node)
    {
        if (node is JsonArray items)
        {
            foreach (var item in items)
            {
                Submit(item);
            }
        }
        else if (node is JsonObject element)
        {
            if (element["type"]?.ToString() == "Action.Execute")
            {
                element["type"] = "Action.Submit";
                element.Remove("verb");
            }
            foreach (var (name, value) in element)
            {
                if (name != "data")
                {
                    Submit(value);
                }
            }
        }
    }
}
