using System.Text.Json;
using System.Text.Json.Nodes;
using MedtechBot.Channels;

namespace MedtechBot.Teams;

/// <summary>Reads activities. Whatever stands where something else belongs, or is longer than any name, makes the whole unreadable.</summary>
public static class TeamsActivityReader
{
    private const int MostEntities = 200;
    private const int MostMembers = 1_000;
    private const int LongestText = 200_000;

    /// <exception cref="TeamsActivityException">It is none.</exception>
    public static TeamsActivity Read(JsonObject json)
    {
        var conversation = Part(json, "conversation");
        var data = Part(json, "channelData");
        var (recipient, from) = (Part(json, "recipient"), Part(json, "from"));
        var tenant = Text(Part(data, "tenant"), "id", TeamsLengths.Name);
        return new TeamsActivity
        {
            Type = Needed(json, "type", TeamsLengths.Name),
            Id = Text(json, "id", TeamsLengths.Activity),
            Name = Text(json, "name", TeamsLengths.Activity),
            Action = Text(json, "action", TeamsLengths.Name),
            ChannelId = Needed(json, "channelId", TeamsLengths.Name),
            ServiceUrl = Needed(json, "serviceUrl", TeamsLengths.ServiceUrl),
            From = Account(from, json),
            Recipient = Account(recipient, json),
            ConversationId = Needed(conversation, "id", TeamsLengths.Conversation),
            Kind = KindOf(Text(conversation, "conversationType", TeamsLengths.Name), Flag(conversation, "isGroup")),
            TenantId = Text(conversation, "tenantId", TeamsLengths.Name) ?? tenant ?? "",
            TeamId = Text(Part(data, "team"), "id", TeamsLengths.Conversation),
            Locale = LocaleOf(json),
            Text = Text(json, "text", LongestText) ?? "",
            ReplyToId = Text(json, "replyToId", TeamsLengths.Activity),
            ExpectsReplies = Text(json, "deliveryMode", TeamsLengths.Name) == "expectReplies",
            Value = json["value"],
            Mentions = [.. Parts(json, "entities", MostEntities).Where(e => Text(e, "type", TeamsLengths.Activity) == "mention").Select(Mention).OfType<TeamsMention>()],
            MembersAdded = [.. Parts(json, "membersAdded", MostMembers).Select(m => Needed(m, "id", TeamsLengths.Account))],
            ReactionsAdded = [.. Parts(json, "reactionsAdded", MostEntities).Select(r => Needed(r, "type", TeamsLengths.Name))],
            ReactionsRemoved = [.. Parts(json, "reactionsRemoved", MostEntities).Select(r => Needed(r, "type", TeamsLengths.Name))],
            FileCount = Parts(json, "attachments", MostEntities).Count(IsFile),
        };
    }

    /// <summary>Text in an object; null when there is none.</summary>
    /// <exception cref="TeamsActivityException">Something else stands there.</exception>
    public static string? Text(JsonObject? json, string name, int longest) => json?[name] switch
    {
        null => null,
        JsonValue value when value.GetValueKind() == JsonValueKind.String => value.GetValue<string>() is var text && text.Length <= longest ? text : throw new TeamsActivityException(name),
        _ => throw new TeamsActivityException(name),
    };

    // Clients that are not Teams say whether it is a group, or nothing.
    private static string KindOf(string? kind, bool isGroup) => kind switch
    {
        TeamsKinds.Personal or TeamsKinds.GroupChat or TeamsKinds.Channel => kind,
        _ => isGroup ? TeamsKinds.GroupChat : TeamsKinds.Personal,
    };

    // In other channels it is the client itself that says who its person is in the directory.
    private static TeamsAccount Account(JsonObject? account, JsonObject json)
    {
        var directory = Text(account, "aadObjectId", TeamsLengths.Name);
        return new TeamsAccount(Needed(account, "id", TeamsLengths.Account), directory?.Length > 0 && Text(json, "channelId", TeamsLengths.Name) == ChannelNames.Teams ? directory : null);
    }

    private static TeamsMention? Mention(JsonObject entity) =>
        Text(Part(entity, "mentioned"), "id", TeamsLengths.Account) is { } id && Text(entity, "text", LongestText) is { Length: > 0 } text ? new TeamsMention(id, text) : null;

    private static string? LocaleOf(JsonObject json)
    {
        var client = Parts(json, "entities", MostEntities).FirstOrDefault(e => Text(e, "type", TeamsLengths.Activity) == "clientInfo");
        return Text(json, "locale", TeamsLengths.Locale) is { Length: > 0 } own ? own : Text(client, "locale", TeamsLengths.Locale) is { Length: > 0 } told ? told : null;
    }

    // Teams sends the message a second time as HTML; cards come with what people forward.
    private static bool IsFile(JsonObject attachment)
    {
        var type = Text(attachment, "contentType", TeamsLengths.Activity) ?? "";
        return !type.StartsWith("text/html", StringComparison.OrdinalIgnoreCase)
            && !type.StartsWith("application/vnd.microsoft.card.", StringComparison.OrdinalIgnoreCase)
            && type is not ("" or "messageReference" or "forwardedMessageReference");
    }

    private static string Needed(JsonObject? json, string name, int longest) =>
        Text(json, name, longest) is { Length: > 0 } text ? text : throw new TeamsActivityException(name);

    private static bool Flag(JsonObject? json, string name) => json?[name] switch
    {
        null => false,
        JsonValue value when value.GetValueKind() is JsonValueKind.True or JsonValueKind.False => value.GetValue<bool>(),
        _ => throw new TeamsActivityException(name),
    };

    private static JsonObject? Part(JsonObject? json, string name) => json?[name] switch
    {
        null => null,
        JsonObject part => part,
        _ => throw new TeamsActivityException(name),
    };

    private static IEnumerable<JsonObject> Parts(JsonObject json, string name, int most) => json[name] switch
    {
        null => [],
        JsonArray array when array.Count <= most && array.All(e => e is JsonObject) => array.Cast<JsonObject>(),
        _ => throw new TeamsActivityException(name),
    };
}

/// <summary>An activity that cannot be read, and by which of its fields.</summary>
public sealed class TeamsActivityException(string field) : Exception($"The field {field} is missing or not as it must be.");
