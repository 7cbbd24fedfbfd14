using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using MedtechBot.Channels;

namespace MedtechBot.Host.DirectLine;

/// <summary>Activities with their watermark, as polling and sockets carry them.</summary>
internal static class ActivitySet
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <param name="after">The last sequence number the client had before.</param>
    /// <param name="origin">The product's public address, for links.</param>
    public static string Write(IReadOnlyList<Activity> activities, int after, string origin) => new JsonObject
    {
        ["activities"] = new JsonArray([.. activities.Select(a => WebChatShape.Of(a, origin))]),
        ["watermark"] = Watermark.Write(activities.Count > 0 ? activities[^1].Sequence : after),
    }.ToJsonString(Json);
}
