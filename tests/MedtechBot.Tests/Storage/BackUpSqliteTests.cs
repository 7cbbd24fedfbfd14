using System.Collections.Concurrent;
using MedtechBot.Channels;
using MedtechBot.Storage;
using MedtechBot.Storage.Moving;
using Microsoft.EntityFrameworkCore;

namespace MedtechBot.Tests.Storage;

public sealed class BackUpSqliteTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("medtechbot-");
    private readonly TemporaryDatabase _database = new();

    private string Copy => Path.Combine(_folder.FullName, "copy.db");

    public void Dispose()
    {
        _database.Dispose();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Everything_acknowledged_before_a_backup_is_in_it_however_much_is_written_meanwhile()
    {
        var conversations = new Conversations(_database, TimeProvider.System);
        var acknowledged = new ConcurrentBag<string>();
        using var enough = new CancellationTokenSource();
        var writers = Enumerable.Range(0, 3).Select(_ => Task.Run(async () =>
        {
            while (!enough.IsCancellationRequested)
            {
                acknowledged.Add((await conversations.CreateAsync("asker", ChannelNames.Quick, null)).Id);
            }
        })).ToList();
        while (acknowledged.Count < 50)
        {
            await Task.Yield();
        }

        var before = acknowledged.ToHashSet();
        await new BackUpSqlite(new Database(_database.Address)).HandleAsync(Copy);
        await enough.CancelAsync();
        await Task.WhenAll(writers);

        Assert.True(DatabaseAddress.TryParse($"Data Source={Copy};Pooling=False", out var restored));
        await using var context = new Database(restored).CreateDbContext();
        var kept = await context.Set<ConversationRow>().Select(c => c.Id).ToListAsync();
        Assert.Subset(kept.ToHashSet(), before);
        Assert.Subset(acknowledged.ToHashSet(), kept.ToHashSet());
    }

    [Fact]
    public async Task A_server_is_left_to_its_own_tools()
    {
        Assert.True(DatabaseAddress.TryParse("Host=never-asked", out var server));

        var refused = await Assert.ThrowsAsync<MoveRefusedException>(() => new BackUpSqlite(new Database(server)).HandleAsync(Copy));

        Assert.Contains("pg_dump", refused.Message, StringComparison.Ordinal);
    }
}
