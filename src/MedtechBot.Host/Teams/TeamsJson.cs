using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace MedtechBot.Host.Teams;

/// <summary>How activities are written: Japanese as itself, since what is escaped counts several times.</summary>
internal static class TeamsJson
{
    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };
}
