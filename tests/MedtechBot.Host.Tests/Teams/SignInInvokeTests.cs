using System.Text.Json.Nodes;

namespace MedtechBot.Host.Tests.Teams;

public sealed class SignInInvokeTests(OpenHost host) : IClassFixture<OpenHost>
{
    [Theory]
    [InlineData("signin/verifyState", """{"state":"123456"}""", 200)]
    [InlineData("signin/failure", """{"code":"installedappnotfound"}""", 200)]
    [InlineData("signin/tokenExchange", """{"id":"1","connectionName":"c","token":"t"}""", 412)]
    [InlineData("signin/tokenExchange", """{"id":[1],"connectionName":{}}""", 412)]
    [InlineData("signin/tokenExchange", "[]", 400)]
    public async Task Nobody_is_asked_to_sign_in_so_no_token_is_taken(string name, string value, int status) =>
        Assert.Equal(status, await host.StatusAsync(TeamsRequests.Invoke(name, JsonNode.Parse(value)!)));
}
