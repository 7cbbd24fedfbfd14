using System.Net;
using MedtechBot.People;

namespace MedtechBot.Host.Tests.Api;

public sealed class ApiLimitTests(ApiLimitTests.StrictHost host) : IClassFixture<ApiLimitTests.StrictHost>
{
    [Fact]
    public async Task One_key_that_asks_too_often_is_told_when_to_come_back_and_others_are_not_held_up()
    {
        using var busy = await ApiClient.WithKeyAsync(host, Role.Admin);
        using var other = await ApiClient.WithKeyAsync(host, Role.Admin);
        busy.Headers.AcceptLanguage.ParseAdd("ja");
        for (var i = 0; i < 3; i++)
        {
            Assert.Equal(HttpStatusCode.OK, (await busy.GetAsync("/api/tickets")).Status);
        }

        var refused = await busy.GetAsync("/api/tickets");

        Assert.Equal((HttpStatusCode.TooManyRequests, "too-many-requests"), (refused.Status, refused.Problem));
        Assert.InRange(refused.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 60);
        Assert.All(refused.Text, c => Assert.True(c < 128));
        Assert.Equal(HttpStatusCode.OK, (await other.GetAsync("/api/tickets")).Status);
    }

    [Fact]
    public async Task Guesses_at_keys_are_counted_by_address()
    {
        var statuses = new List<HttpStatusCode>();
        for (var i = 0; i < 5; i++)
        {
            using var guess = ApiClient.Without(host, $"mbk_{i}");
            statuses.Add((await guess.GetAsync("/api/tickets")).Status);
        }
        Assert.Equal(HttpStatusCode.Unauthorized, statuses[0]);
        Assert.Equal(HttpStatusCode.TooManyRequests, statuses[^1]);
    }

    public sealed class StrictHost : ProductHost
    {
        protected override IReadOnlyDictionary<string, string> Settings => new Dictionary<string, string> { ["MedtechBot:Limits:ApiPerMinute"] = "3" };
    }
}
