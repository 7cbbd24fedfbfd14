using System.Text.Json.Nodes;
using MedtechBot.Turns;

namespace MedtechBot.Host.DirectLine;

/// <summary>The thumbs of Web Chat: an event that carries the pressed action back, and in the action's id the turn it is about.</summary>
internal static class FeedbackEvent
{
    private const string Name = "webchat:activity-status/feedback";
    private const string Prefix = "urn:medtechbot:turn:";

    public static string ActionId(string turnId, Reaction reaction) => $"{Prefix}{turnId}:{reaction.ToString().ToLowerInvariant()}";

    /// <summary>Null when the activity is another event, or names no turn.</summary>
    public static (string TurnId, Reaction Reaction)? Read(JsonObject activity)
    {
        if (ActivityReader.TextOf(activity, "name") != Name || activity["entities"] is not JsonArray { Count: > 0 } entities)
        {
            return null;
        }
        var id = ActivityReader.TextOf(entities[0] as JsonObject, "@id");
        if (id is null || id.Length > 200 || !id.StartsWith(Prefix, StringComparison.Ordinal) || id[Prefix.Length..].Split(':') is not [var turnId, var pressed])
        {
            return null;
        }
        return pressed switch
        {
            "up" => (turnId, Reaction.Up),
            "down" => (turnId, Reaction.Down),
            _ => null,
        };
    }
}
