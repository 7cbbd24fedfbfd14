using System.Text.Json.Nodes;
using MedtechBot.Channels;
using MedtechBot.Teams;

namespace MedtechBot.Host.Teams;

/// <summary>A reply that goes back with the answer to the request that asked for it.</summary>
internal static class TeamsReply
{
    public static JsonObject Of(Activity reply, TeamsConversationRow row, Activity asked, string origin) => new()
    {
        ["type"] = "message",
        ["id"] = reply.Id,
        ["text"] = reply.Outgoing!.Text,
        ["textFormat"] = "markdown",
        ["channelId"] = row.ChannelId,
        ["serviceUrl"] = row.ServiceUrl,
        ["from"] = new JsonObject { ["id"] = row.BotId },
        ["recipient"] = new JsonObject { ["id"] = row.UserId },
        ["conversation"] = new JsonObject { ["id"] = row.TeamsId },
        ["replyToId"] = asked.Incoming!.ClientId,
    };
}
