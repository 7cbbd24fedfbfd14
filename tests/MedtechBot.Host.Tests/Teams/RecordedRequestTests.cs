using System.Reflection;
using System.Text.Json.Nodes;

namespace MedtechBot.Host.Tests.Teams;

/// <summary>What real clients send, cut down to what they say; each file is one request.</summary>
public sealed class RecordedRequestTests(OpenHost host) : IClassFixture<OpenHost>
{
    private static readonly string Folder = Path.Combine(
        typeof(RecordedRequestTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "RepositoryRoot").Value!,
        "tests", "MedtechBot.Host.Tests", "Teams", "Requests");

    public static TheoryData<string> Requests => [.. Directory.GetFiles(Folder, "*.json").Select(Path.GetFileNameWithoutExtension).OfType<string>().Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Requests))]
    public async Task What_clients_send_is_taken(string request)
    {
        var activity = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(Folder, request + ".json")))!.AsObject();

        var status = await host.StatusAsync(activity);

        // Not every invoke is answered by this product.
        Assert.True(status == 200 || (status == 501 && request.StartsWith("invoke-", StringComparison.Ordinal)), $"{request}: {status}");
    }

    [Theory]
    [InlineData("message-personal", "相談先は?")]
    [InlineData("message-group", "相談先は?")]
    [InlineData("message-channel", "相談先は?")]
    public async Task What_people_write_arrives_as_they_wrote_it(string request, string expected)
    {
        var activity = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(Folder, request + ".json")))!.AsObject();
        var conversation = $"{request}-{Guid.NewGuid()}";
        activity["conversation"]!["id"] = conversation;
        await host.StatusAsync(activity);

        Assert.Equal(expected, (await host.SaidAsync(1, conversation))[0].Incoming!.Text);
    }
}
