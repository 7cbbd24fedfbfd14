using System.Text.Json.Nodes;

namespace MedtechBot.Host.Tests.Teams;

/// <summary>Activities as Teams sends them.</summary>
internal static class TeamsRequests
{
    public const string Bot = "28:bot";

    // Nothing listens there.
    public const string Connector = "http://localhost:1/_connector";

    public static JsonObject Activity(string type, string serviceUrl = Connector, string conversation = "chat-1", string from = "29:user-1") => new()
    {
        ["type"] = type,
        ["id"] = Guid.NewGuid().ToString(),
        ["channelId"] = "msteams",
        ["serviceUrl"] = serviceUrl,
        ["from"] = new JsonObject { ["id"] = from, ["name"] = "利用者", ["aadObjectId"] = "00000000-0000-0000-0000-000000000020" },
        ["recipient"] = new JsonObject { ["id"] = Bot, ["name"] = "MedtechBot" },
        ["conversation"] = new JsonObject { ["id"] = conversation, ["conversationType"] = "personal", ["tenantId"] = "00000000-0000-0000-0000-000000000001" },
        ["locale"] = "ja-JP",
    };

    public static JsonObject Message(string text, string conversation = "chat-1", string from = "29:user-1")
    {
        var activity = Activity("message", conversation: conversation, from: from);
        activity["text"] = text;
        return activity;
    }

    public static JsonObject InGroup(this JsonObject activity, bool mentioned = true)
    {
        activity["conversation"]!["conversationType"] = "groupChat";
        activity["conversation"]!["isGroup"] = true;
        if (mentioned)
        {
            activity["text"] = "<at>MedtechBot</at> " + activity["text"];
            activity["entities"] = new JsonArray(new JsonObject { ["type"] = "mention", ["text"] = "<at>MedtechBot</at>", ["mentioned"] = new JsonObject { ["id"] = Bot, ["name"] = "MedtechBot" } });
        }
        return activity;
    }

    public static JsonObject Invoke(string name, JsonNode value, string conversation = "chat-1")
    {
        var activity = Activity("invoke", conversation: conversation);
        activity["name"] = name;
        activity["value"] = value;
        return activity;
    }
}
