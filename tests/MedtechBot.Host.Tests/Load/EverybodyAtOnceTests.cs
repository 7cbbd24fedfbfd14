using MedtechBot.Benchmarks.Load;
using MedtechBot.People;
using MedtechBot.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace MedtechBot.Host.Tests.Load;

/// <summary>The load benchmark in small: whether anything is lost, doubled or refused, and not how long it takes.</summary>
public sealed class EverybodyAtOnceTests(EverybodyAtOnceTests.OpenDoors host) : IClassFixture<EverybodyAtOnceTests.OpenDoors>
{
    [Fact]
    public async Task Coordinators_and_askers_in_a_hurry_lose_and_double_nothing()
    {
        var plan = new LoadPlan
        {
            Coordinators = 5,
            Askers = 30,
            StandingTickets = 15,
            Duration = TimeSpan.FromSeconds(5),
            // Coordinators did come to do something, and askers were answered.
            IsEnough = tally => tally.Answers.Any(a => a is { Kind: "desk: form sent", Status: "303" })
                && tally.Answers.Any(a => a is { Kind: "asker: turn, until the reply is read", Count: > 20 }),
            WaitsForClosings = false,
            Questions = [SmallKnowledge.Question, "受付は何時までですか"],
        };
        var link = "/desk/sign-in/" + await host.Services.GetRequiredService<DeskLinks>().CreateAsync();
        var run = new LoadRun(plan.Hurried(10), host.Address, link, host.Services.GetRequiredService<Database>().Address, _ => { });
        Assert.Empty(await run.RunAsync());
    }

    public sealed class OpenDoors : ProductHost
    {
        // Everybody comes from one address.
        protected override IReadOnlyDictionary<string, string> Settings => new[]
        {
            "DirectLine:TokensPerMinute", "DirectLine:ActivitiesPerMinute", "Limits:TurnsPerMinute", "Limits:TicketsPerHour", "Limits:SignInsPerMinute",
        }.ToDictionary(limit => "MedtechBot:" + limit, _ => "1000000");
    }
}
