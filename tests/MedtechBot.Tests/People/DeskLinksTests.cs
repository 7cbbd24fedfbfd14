using MedtechBot.People;
using MedtechBot.Storage;
using MedtechBot.Tests.Storage;
using Microsoft.EntityFrameworkCore;

namespace MedtechBot.Tests.People;

public abstract class DeskLinksTests : IDisposable
{
    private readonly TemporaryDatabase _database;
    private readonly Clock _clock = new();
    private readonly DeskLinks _links;

    protected DeskLinksTests(DatabaseKind kind)
    {
        _database = new TemporaryDatabase(kind);
        _links = new DeskLinks(_database, new AuditLog(_database, _clock), _clock);
    }

    public sealed class OnSqlite() : DeskLinksTests(DatabaseKind.Sqlite);

    public sealed class OnPostgres() : DeskLinksTests(DatabaseKind.Postgres);

    public void Dispose() => _database.Dispose();

    [SkippableFact]
    public async Task A_link_lets_one_of_many_in_and_then_nobody()
    {
        var token = await _links.CreateAsync();
        var entered = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => _links.EnterAsync(token, "佐藤"))));
        Assert.Single(entered, e => e.Person is not null);
        Assert.Null(await _links.FindAsync(token));
    }

    [SkippableFact]
    public async Task Looking_at_a_link_does_not_use_it_up()
    {
        var token = await _links.CreateAsync();
        Assert.NotNull(await _links.FindAsync(token));
        Assert.NotNull((await _links.EnterAsync(token, "佐藤")).Person);
    }

    [SkippableFact]
    public async Task After_15_minutes_a_link_is_worth_nothing()
    {
        var token = await _links.CreateAsync();
        _clock.Now += TimeSpan.FromMinutes(15);
        Assert.Null(await _links.FindAsync(token));
        Assert.Equal(PersonProblem.LinkExpired, (await _links.EnterAsync(token, "佐藤")).Problem);
    }

    [SkippableFact]
    public async Task A_made_up_token_opens_nothing()
    {
        await _links.CreateAsync();
        Assert.Equal(PersonProblem.LinkExpired, (await _links.EnterAsync("guess", "佐藤")).Problem);
        Assert.Equal(PersonProblem.LinkExpired, (await _links.EnterAsync(new string('x', 100_000), "佐藤")).Problem);
    }

    [SkippableFact]
    public async Task The_database_knows_only_the_hash()
    {
        var token = await _links.CreateAsync();
        await using var context = _database.CreateDbContext();
        Assert.NotEqual(token, (await context.Set<DeskLinkRow>().SingleAsync()).TokenHash);
    }

    private sealed class Clock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = new(2026, 4, 1, 0, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
