using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using MedtechBot.Host.Tests.Crash;

namespace MedtechBot.Host.Tests.Replies;

/// <summary>What a channel's clients are sent, kept beside the tests; MEDTECHBOT_WRITE_GOLDEN=1 writes it anew, to be looked at before it is committed.</summary>
internal static class GoldenFile
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.Create(UnicodeRanges.All), NewLine = "\n" };

    public static void Holds(string channel, string name, JsonNode actual)
    {
        var file = Path.Combine(CrashReport.RepositoryRoot, "tests", "MedtechBot.Host.Tests", "Replies", channel, name + ".json");
        if (Environment.GetEnvironmentVariable("MEDTECHBOT_WRITE_GOLDEN") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, actual.ToJsonString(Readable) + "\n");
        }
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(File.ReadAllText(file)), JsonNode.Parse(actual.ToJsonString())), $"{channel}/{name}.json differs from\n{actual.ToJsonString(Readable)}");
    }
}
