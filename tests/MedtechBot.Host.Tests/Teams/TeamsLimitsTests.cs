namespace MedtechBot.Host.Tests.Teams;

public sealed class TeamsLimitsTests(TeamsLimitsTests.FewMessages host) : IClassFixture<TeamsLimitsTests.FewMessages>
{
    [Fact]
    public async Task Somebody_who_writes_too_much_is_told_once_in_their_language_while_others_go_on()
    {
        var statuses = new List<int>();
        for (var n = 0; n < 6; n++)
        {
            var message = TeamsRequests.Message("help");
            message["locale"] = "en-GB";
            statuses.Add(await host.StatusAsync(message));
        }
        var other = TeamsRequests.Message("ヘルプ", "chat-2", "29:user-2");
        other["from"]!["aadObjectId"] = "00000000-0000-0000-0000-000000000021";
        statuses.Add(await host.StatusAsync(other));

        Assert.All(statuses, s => Assert.Equal(200, s));
        var told = (await host.SaidAsync(4)).Where(a => a.Outgoing?.Text.StartsWith("Sorry, there were too many messages", StringComparison.Ordinal) == true);
        // The clock may go on to the next minute meanwhile.
        Assert.InRange(told.Count(), 1, 2);
        Assert.Equal(3, (await host.SaidAsync(4)).Count(a => a.Incoming is not null));
        Assert.Single(await host.SaidAsync(1, "chat-2"), a => a.Outgoing is not null);
    }

    public sealed class FewMessages : OpenHost
    {
        protected override IReadOnlyDictionary<string, string> Settings => new Dictionary<string, string>(base.Settings) { ["MedtechBot:Limits:TurnsPerMinute"] = "3" };
    }
}
