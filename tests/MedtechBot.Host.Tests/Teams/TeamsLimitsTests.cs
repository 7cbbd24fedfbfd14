namespace MedtechBot.Host.Tests.Teams;

public sealed class TeamsLimitsTests(TeamsLimitsTests.FewMessages host) : IClassFixture<TeamsLimitsTests.FewMessages>
{
    [Fact]
    public async Task Somebody_who_writes_too_much_is_told_when_to_come_back_while_others_go_on()
    {
        var statuses = new List<int>();
        for (var n = 0; n < 3; n++)
        {
            statuses.Add(await host.StatusAsync(TeamsRequests.Message("ヘルプ")));
        }
        using var refused = await host.SendAsync(TeamsRequests.Message("ヘルプ"));
        var other = TeamsRequests.Message("ヘルプ", "chat-2", "29:user-2");
        other["from"]!["aadObjectId"] = "00000000-0000-0000-0000-000000000021";

        statuses.Add((int)refused.StatusCode);
        statuses.Add(await host.StatusAsync(other));
        Assert.Equal([200, 200, 200, 429, 200], statuses);
        Assert.NotNull(refused.Headers.RetryAfter);
    }

    public sealed class FewMessages : OpenHost
    {
        protected override IReadOnlyDictionary<string, string> Settings => new Dictionary<string, string>(base.Settings) { ["MedtechBot:Limits:TurnsPerMinute"] = "3" };
    }
}
