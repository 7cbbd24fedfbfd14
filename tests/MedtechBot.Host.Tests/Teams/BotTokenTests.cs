using System.Net;
using Microsoft.IdentityModel.Tokens;

namespace MedtechBot.Host.Tests.Teams;

/// <summary>Who may send activities to a registered bot, over real requests.</summary>
public sealed class BotTokenTests(RegisteredHost host) : IClassFixture<RegisteredHost>
{
    public static TheoryData<string> Hostile => [.. HostileTokens.All.Keys];

    [Theory]
    [MemberData(nameof(Hostile))]
    public async Task Nobody_comes_in_with(string what)
    {
        var hostile = HostileTokens.All[what](host.Service);
        var activity = RegisteredHost.GoodActivity();
        hostile.Change?.Invoke(activity);

        Assert.Equal(HttpStatusCode.Unauthorized, await host.SendHeaderAsync(hostile.Header, activity));
    }

    [Theory]
    [InlineData(SecurityAlgorithms.RsaSha256)]
    [InlineData(SecurityAlgorithms.RsaSha384)]
    [InlineData(SecurityAlgorithms.RsaSha512)]
    public async Task A_token_of_the_channel_lets_in(string algorithm) =>
        Assert.Equal(HttpStatusCode.OK, await host.SendAsync(host.Service.Token(algorithm: algorithm)));

    [Fact]
    public async Task Clocks_may_differ_by_nearly_five_minutes()
    {
        Assert.Equal(HttpStatusCode.OK, await host.SendAsync(host.Service.Token(t => (t.NotBefore, t.Expires) = (DateTime.UtcNow.AddHours(-1), DateTime.UtcNow.AddMinutes(-4)))));
        Assert.Equal(HttpStatusCode.OK, await host.SendAsync(host.Service.Token(t => t.NotBefore = DateTime.UtcNow.AddMinutes(4))));
    }

    [Fact]
    public async Task Whoever_is_let_in_is_told_what_is_wrong_with_an_activity()
    {
        var activity = RegisteredHost.GoodActivity();
        activity.Remove("conversation");

        Assert.Equal(HttpStatusCode.BadRequest, await host.SendAsync(host.Service.Token(), activity));
    }

    [Fact]
    public async Task Nothing_of_why_is_said_to_whoever_is_refused()
    {
        using var client = host.NewClient();
        using var answer = await client.PostAsync(new Uri("api/messages", UriKind.Relative), null);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.DoesNotContain("token", await answer.Content.ReadAsStringAsync(), StringComparison.OrdinalIgnoreCase);
        Assert.Empty(answer.Headers.WwwAuthenticate);
    }
}
