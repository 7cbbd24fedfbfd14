using System.Diagnostics;
using System.Globalization;
using MedtechBot.Channels;
using MedtechBot.Consultations;
using MedtechBot.Consultations.Similar;
using MedtechBot.Knowledge;
using MedtechBot.Knowledge.Search;
using MedtechBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace MedtechBot.Benchmarks.Tickets;

/// <summary>The verb <c>tickets</c>: what is done with every page or message, over the tickets of many years.</summary>
internal static class TicketBenchmark
{
    private const int OfOneAsker = 200;
    private const int Times = 60;

    private static readonly TicketReader Coordinator = new("佐藤", TicketReach.Desk);

    // Everywhere, somewhere, nowhere, two at a time.
    private static readonly string[] Words = ["承認", "滅菌バリデーション", "どこにもない言葉", "治験 倫理審査"];

    /// <param name="postgres">A connection string; null for SQLite.</param>
    public static async Task<int> RunAsync(Repository repository, string? postgres)
    {
        var report = new Report($"Many tickets, {(postgres is null ? "SQLite" : "PostgreSQL")}", "tickets");
        using var index = SearchSetup.OpenIndex(repository.Knowledge);
        foreach (var count in new[] { 5_000, 20_000 })
        {
            var folder = Directory.CreateTempSubdirectory("medtechbot-tickets-");
            if (!DatabaseAddress.TryParse(postgres is null ? "" : $"{postgres};Database=medtechbot_tickets_{Guid.NewGuid():N}", out var address))
            {
                address = DatabaseAddress.OfFile(Path.Combine(folder.FullName, "medtechbot.db"));
            }
            var database = new Database(address);
            await using (var context = database.CreateDbContext())
            {
                await context.Database.MigrateAsync();
            }
            var alone = await ManyTickets.FillAsync(database, index.Current, count, OfOneAsker);
            await MeasureAsync(report, database, index, count, alone);
            await using (var context = database.CreateDbContext())
            {
                await context.Database.EnsureDeletedAsync();
            }
            folder.Delete(recursive: true);
        }
        report.WriteTo(repository.Results);
        return 0;
    }

    private static async Task MeasureAsync(Report report, Database database, KnowledgeIndex index, int count, string conversationOfOne)
    {
        var with = $"{count.ToString("N0", CultureInfo.InvariantCulture)} tickets: ";
        var store = new TicketStore(database, TimeProvider.System);
        report.Add(with + "first search for words after a start", await OnceAsync(() => store.ListAsync(new TicketQuery(Coordinator, TicketView.All) { Words = Words[0] })));
        var search = await TimesAsync(i => store.ListAsync(new TicketQuery(Coordinator, TicketView.All) { Words = Words[i % Words.Length] }));
        report.Add(with + "search for words", $"{search.Times}; {search.Processor}", "p95 < 50 ms", search.Times.P95 < 50);
        var list = await TimesAsync(_ => store.ListAsync(new TicketQuery(Coordinator, TicketView.All)));
        report.Add(with + "the list without words", $"{list.Times}; {list.Processor}");
        await using (var context = database.CreateDbContext())
        {
            var memory = new TicketWords();
            var inMemory = await TimesAsync(i => memory.FindAsync(context, TicketWords.Split(Words[i % Words.Length]), withAddresses: true, CancellationToken.None));
            report.Add(with + "search for words, of which in memory", $"{inMemory.Times}; {inMemory.Processor}");
        }
        var once = await TimesAsync(i => ManyTickets.ReadEverythingAsync(database, Words[i % Words.Length]), 4);
        report.Add(with + "the same read from every event, as it once was", $"{once.Times}; {once.Processor}");

        var similar = new SimilarTickets(database, store, () => index.Current);
        report.Add(with + "similar closed tickets, all read after a start", await OnceAsync(() => similar.BringUpToDateAsync(CancellationToken.None)));
        var open = await store.ListAsync(new TicketQuery(Coordinator));
        var tickets = new List<Ticket>();
        foreach (var line in open.Take(Times))
        {
            tickets.Add((await store.FindAsync(Parse(line.Row.Number)))!);
        }
        var beside = await TimesAsync(i => similar.FindAsync(tickets[i % tickets.Count], Coordinator));
        report.Add(with + "similar closed tickets for one", $"{beside.Times}; {beside.Processor}");

        var replayed = await TimesAsync(_ => store.ListOfConversationsAsync([conversationOfOne]));
        report.Add(with + $"all {OfOneAsker} of one asker read with their histories", $"{replayed.Times}; {replayed.Processor}");
        var message = await TimesAsync(_ => store.ListToWriteToAsync(conversationOfOne, TimeProvider.System.GetUtcNow()));
        report.Add(with + $"which of {OfOneAsker} of one asker a message may be meant for", $"{message.Times}; {message.Processor}", "median < 5 ms", message.Times.Median < 5);
        report.Add(with + "memory held by the process at the end", $"{GC.GetTotalMemory(forceFullCollection: true) / 1_000_000} MB, the knowledge included");
    }

    private static TicketNumber Parse(string text) => TicketNumber.TryParse(text, out var number) ? number : throw new InvalidOperationException(text);

    private static async Task<string> OnceAsync(Func<Task> act)
    {
        var (clock, processor) = (Stopwatch.StartNew(), Environment.CpuUsage.TotalTime);
        await act();
        return $"{Benchmarks.Times.Milliseconds(clock.Elapsed.TotalMilliseconds)}; {OfProcessor(processor, 1)}";
    }

    // On a machine that others use as well, only this is the product's own.
    private static string OfProcessor(TimeSpan before, int times) =>
        $"processor time {Benchmarks.Times.Milliseconds((Environment.CpuUsage.TotalTime - before).TotalMilliseconds / times)} each";

    private static async Task<(Times Times, string Processor)> TimesAsync(Func<int, Task> act, int times = Times)
    {
        await act(0);
        var processor = Environment.CpuUsage.TotalTime;
        var measured = new Times();
        for (var i = 0; i < times; i++)
        {
            var clock = Stopwatch.StartNew();
            await act(i);
            measured.Add(clock.Elapsed);
        }
        return (measured, OfProcessor(processor, times));
    }
}
