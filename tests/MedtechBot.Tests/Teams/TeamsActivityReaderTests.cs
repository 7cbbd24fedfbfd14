using System.Text.Json.Nodes;
using MedtechBot.Teams;

namespace MedtechBot.Tests.Teams;

public sealed class TeamsActivityReaderTests
{
    [Theory]
    [InlineData("msteams", "directory-1")]
    [InlineData("webchat", null)]
    [InlineData("directline", null)]
    public void Who_somebody_is_in_the_directory_is_taken_from_Teams_alone(string channel, string? expected)
    {
        var activity = Read($$"""
            {"type":"message","channelId":"{{channel}}","serviceUrl":"https://x.example/","conversation":{"id":"c"},
             "from":{"id":"u","aadObjectId":"directory-1"},"recipient":{"id":"bot"} }
            """);

        Assert.Equal(expected, activity.From.AadObjectId);
    }

    [Fact]
    public void Clients_that_have_no_tenants_and_kinds_are_read_as_personal_chats()
    {
        var activity = Read("""{"type":"message","channelId":"emulator","serviceUrl":"https://x.example/","conversation":{"id":"c"},"from":{"id":"u"},"recipient":{"id":"bot"}}""");

        Assert.Equal((TeamsKinds.Personal, "", null), (activity.Kind, activity.TenantId, activity.Locale));
    }

    private static TeamsActivity Read(string json) => TeamsActivityReader.Read(JsonNode.Parse(json)!.AsObject());
}
