using System.Diagnostics;
using MedtechBot.Deliveries;
using MedtechBot.Storage;
using MedtechBot.Teams;
using MedtechBot.Tests.Storage;
using Microsoft.EntityFrameworkCore;
using Xunit.Abstractions;

namespace MedtechBot.Host.Tests.Teams.Unkind;

/// <summary>
/// Messages leave for a connector that refuses, delays, breaks off and forgets to answer. None may be missing or out of order, and one may
/// be there twice only where the connector took it and did not say so. MEDTECHBOT_TEAMS_MESSAGES=10000 makes it long and keeps the figures.
/// </summary>
public sealed class UnkindConnectorTests(ITestOutputHelper output)
{
    // Longer than a busy machine takes for an answer, since whoever is only slow has said so.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(4);

    [SkippableTheory]
    [InlineData(DatabaseKind.Sqlite, 1)]
    [InlineData(DatabaseKind.Postgres, 2)]
    public async Task Nothing_is_lost_or_out_of_order_and_every_repeat_is_counted(DatabaseKind kind, int hosts)
    {
        var plan = UnkindPlan.Read();
        output.WriteLine($"{plan}");
        var books = new UnkindBooks(plan.Seed);
        using var database = new TemporaryDatabase(kind);
        await using var connector = await FakeConnector.StartAsync();
        connector.Mood = books.MoodFor;
        await using var sending = new TeamsHosts(database, hosts, Patience);
        var ids = new List<string>();
        for (var conversation = 0; conversation < plan.Conversations; conversation++)
        {
            ids.Add(await TeamsHosts.OpenAsync(database, sending.Conversations, connector.ServiceUrl, $"a:{conversation}"));
        }

        var (began, spent) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
        await Parallel.ForEachAsync(ids.Index(), new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (conversation, _) =>
        {
            for (var message = 0; message < plan.InEach; message++)
            {
                await sending.SayAsync(conversation.Item, UnkindBooks.TextOf(conversation.Index, message));
            }
        });
        await sending.UntilAllLeftAsync(TimeSpan.FromMinutes(plan.IsLong ? 30 : 2));
        var took = Stopwatch.GetElapsedTime(began);

        Assert.Equal(plan.Conversations, books.Taken.Count);
        Assert.All(books.Taken.Values, taken => Assert.Equal(Enumerable.Range(0, plan.InEach), taken.Distinct()));
        Assert.All(books.Taken.Values, taken => Assert.Equal(taken.Order(), taken));
        Assert.All(books.Tries, tries => Assert.True(tries[^1] == ConnectorMood.Well && tries.SkipLast(1).All(t => !t.Takes || t.LeavesOpen), string.Join(", ", tries)));
        await Eventually.Is(plan.Messages, () => sending.Counted("delivered"));
        Assert.Equal((0, books.Of(m => m.Status is not 201), books.PossibleRepeats), (sending.Counted("given_up"), sending.Counted("failed"), sending.Counted("repeated")));
        Assert.InRange(books.Repeats, 1, books.PossibleRepeats);
        await HasEachIdAsync(database, plan.Messages);
        var report = UnkindReport.Of(kind == DatabaseKind.Sqlite ? "SQLite" : "PostgreSQL, two hosts", plan, books, took);
        output.WriteLine(report);
        // Of the whole process: what a run of this test alone costs, however busy the machine is.
        output.WriteLine($"{(Environment.CpuUsage.TotalTime - spent).TotalSeconds:0.0} s of processors");
        UnkindReport.Keep(plan, report);
    }

    private static async Task HasEachIdAsync(TemporaryDatabase database, int messages)
    {
        await using var context = database.CreateDbContext();
        Assert.Equal(messages, await context.Set<TeamsMessageRow>().Select(m => m.TeamsId).Distinct().CountAsync());
        Assert.Equal(messages, await context.Set<TeamsMessageRow>().Select(m => new { m.ConversationId, m.Sequence }).Distinct().CountAsync());
    }
}
