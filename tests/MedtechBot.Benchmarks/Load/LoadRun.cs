using System.Diagnostics;
using MedtechBot.Channels;
using MedtechBot.Consultations;
using MedtechBot.Deliveries;
using MedtechBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace MedtechBot.Benchmarks.Load;

/// <summary>Everybody comes at once, and at the end the books are compared.</summary>
/// <param name="link">The console's sign-in link.</param>
internal sealed class LoadRun(LoadPlan plan, Uri address, string link, DatabaseAddress database, Action<string> say)
{
    private static readonly TimeSpan TimeToSettle = TimeSpan.FromSeconds(60);
    private readonly Books _books = new();
    private readonly Database _database = new(database);

    public Tally Tally { get; } = new();

    /// <summary>One person alone, before the others come: what the machine can do at all.</summary>
    public Tally Alone { get; } = new();

    /// <summary>What was compared at the end.</summary>
    public string Compared { get; private set; } = "";

    /// <summary>Runs around the measured time, so that somebody can look at the process.</summary>
    public Action<bool> OnMeasuring { get; init; } = _ => { };

    /// <returns>What is wrong; empty when everything is as it must be.</returns>
    public async Task<IReadOnlyList<string>> RunAsync()
    {
        using var http = new HttpClient(new SocketsHttpHandler { UseCookies = false }) { BaseAddress = address, Timeout = TimeSpan.FromSeconds(60) };
        using var admin = await Desk.OpenAsync(address, link, Tally);
        var coordinators = new List<Coordinator>();
        for (var i = 0; i < plan.Coordinators; i++)
        {
            coordinators.Add(await Desk.InviteAsync(admin, address, i, plan, _books, Tally));
        }
        Asker[] askers = [.. Enumerable.Range(0, plan.Askers).Select(i => new Asker(http, i, plan, _books, Tally))];
        await Parallel.ForEachAsync(askers, new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (asker, _) => await asker.Stream.OpenAsync());
        await Parallel.ForEachAsync(askers.Take(plan.StandingTickets), new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (asker, _) => await asker.ConsultAsync());
        say($"{plan.Coordinators} coordinators are signed in, {plan.Askers} askers connected, {_books.Filed.Count} tickets stand.");
        await MeasureAloneAsync(http);
        await using (await DeskStream.OpenAsync(admin, Tally, (number, version) => _books.Watched[number] = version))
        {
            _books.WatchedSince = DateTimeOffset.UtcNow;
            await MeasureAsync(http, coordinators, askers);
            await SettleAsync(askers);
        }
        var check = new BooksCheck(_database, _books);
        var wrong = await check.RunAsync([.. askers.Select(a => a.Stream)]);
        Compared = check.Compared;
        foreach (var asker in askers)
        {
            await asker.DisposeAsync();
        }
        foreach (var coordinator in coordinators)
        {
            await coordinator.DisposeAsync();
        }
        return [.. Tally.Wrong.Select(w => $"{w.Value} x {w.Key}"), .. wrong.GroupBy(w => w).Select(w => w.Count() > 1 ? $"{w.Count()} x {w.Key}" : w.Key)];
    }

    private async Task MeasureAsync(HttpClient http, IReadOnlyList<Coordinator> coordinators, IReadOnlyList<Asker> askers)
    {
        using var end = new CancellationTokenSource();
        OnMeasuring(true);
        Tally.IsMeasuring = true;
        await Task.WhenAll([.. askers.Select(a => a.RunAsync(end.Token)), .. coordinators.Select(c => c.RunAsync(end.Token)), ProbeAsync(http, end)]);
        Tally.IsMeasuring = false;
        OnMeasuring(false);
    }

    // The lightest page there is, all the time: what of the others' time is the machine's. It also keeps the time.
    private async Task ProbeAsync(HttpClient http, CancellationTokenSource end)
    {
        var began = Stopwatch.GetTimestamp();
        while (!end.IsCancellationRequested)
        {
            var started = Stopwatch.GetTimestamp();
            using var answer = await http.GetAsync("/health", CancellationToken.None);
            Tally.Took("/health", started);
            Tally.Answered("/health", ((int)answer.StatusCode).ToString(System.Globalization.CultureInfo.InvariantCulture));
            await Task.Delay(200, CancellationToken.None);
            if (Stopwatch.GetElapsedTime(began) >= plan.Duration && plan.IsEnough(Tally))
            {
                await end.CancelAsync();
            }
        }
    }

    private async Task MeasureAloneAsync(HttpClient http)
    {
        using var admin = await Desk.OpenAsync(address, await NewLinkAsync(), Alone);
        Alone.IsMeasuring = true;
        var queue = await admin.GetAsync("desk: queue", "/desk");
        for (var i = 0; i < 40; i++)
        {
            await admin.GetAsync("desk: queue", "/desk");
            await admin.GetAsync("desk: ticket", "/desk/tickets/" + queue.Tickets[i % queue.Tickets.Count]);
            var started = Stopwatch.GetTimestamp();
            (await http.GetAsync("/health")).Dispose();
            Alone.Took("/health", started);
        }
    }

    private async Task<string> NewLinkAsync() =>
        "/desk/sign-in/" + await new People.DeskLinks(_database, new People.AuditLog(_database, TimeProvider.System), TimeProvider.System).CreateAsync();

    // Until what is due has left and everybody has read it.
    private async Task SettleAsync(IReadOnlyList<Asker> askers)
    {
        var began = Stopwatch.GetTimestamp();
        while (!await IsSettledAsync(askers))
        {
            if (Stopwatch.GetElapsedTime(began) > TimeToSettle)
            {
                Tally.Fail($"not everything had arrived after {TimeToSettle.TotalSeconds} s");
                return;
            }
            await Task.Delay(200);
        }
    }

    private async Task<bool> IsSettledAsync(IReadOnlyList<Asker> askers)
    {
        var due = plan.WaitsForClosings ? DateTimeOffset.MaxValue : DateTimeOffset.UtcNow;
        await using var context = _database.CreateDbContext();
        if (await context.Set<OutboxRow>().AnyAsync(r => r.DoneAt == null && r.GivenUpAt == null && r.NotBefore <= due)
            || await context.Set<ActivityRow>().CountAsync() > askers.Sum(a => a.Stream.Ids.Count))
        {
            return false;
        }
        var moved = await context.Set<TicketRow>().Where(t => t.ChangedAt >= _books.WatchedSince).Select(t => new { t.Number, t.Version }).ToListAsync();
        return moved.All(t => _books.Watched.GetValueOrDefault(t.Number) == t.Version);
    }
}
