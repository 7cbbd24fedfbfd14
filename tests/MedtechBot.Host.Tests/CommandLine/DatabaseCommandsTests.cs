using System.Collections.Concurrent;
using MedtechBot.Channels;
using MedtechBot.Host.Settings;
using MedtechBot.Storage;
using MedtechBot.Tests.Storage;
using Microsoft.EntityFrameworkCore;

namespace MedtechBot.Host.Tests.CommandLine;

/// <summary>The verbs as people use them, in processes of their own.</summary>
public sealed class DatabaseCommandsTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("medtechbot-").FullName;

    public DatabaseCommandsTests() => SmallKnowledge.Write(Path.Combine(_folder, "knowledge"));

    private string DatabaseFile => Path.Combine(_folder, "data", "medtechbot.db");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_backup_made_while_people_write_is_restored_by_putting_it_back()
    {
        await UpgradedAsync();
        var conversations = new Conversations(new Database(DatabaseAddress.OfFile(DatabaseFile)), TimeProvider.System);
        var acknowledged = new ConcurrentBag<string>();
        using var enough = new CancellationTokenSource();
        var writer = Task.Run(async () =>
        {
            while (!enough.IsCancellationRequested)
            {
                acknowledged.Add((await conversations.CreateAsync("asker", ChannelNames.Quick, null)).Id);
            }
        });
        await WaitForAsync(() => acknowledged.Count > 20);

        var before = acknowledged.ToHashSet();
        var (code, output, errors) = await RunAsync("database", "backup", "copy.db");
        await enough.CancelAsync();
        await writer;

        Assert.Equal((0, ""), (code, errors));
        Assert.Contains("uploads/", output, StringComparison.Ordinal);
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(Path.Combine(_folder, "data"), recursive: true);
        Directory.CreateDirectory(Path.Combine(_folder, "data"));
        File.Move(Path.Combine(_folder, "copy.db"), DatabaseFile);
        // The product starts over it.
        Assert.Equal(0, (await RunAsync("desk", "link")).Code);
        await using var context = new Database(DatabaseAddress.OfFile(DatabaseFile)).CreateDbContext();
        Assert.Subset((await context.Set<ConversationRow>().Select(c => c.Id).ToListAsync()).ToHashSet(), before);
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
    }

    [SkippableFact]
    public async Task Everything_moves_to_a_server_and_the_counts_are_said()
    {
        using var server = new TemporaryDatabase(DatabaseKind.Postgres, migrated: false);
        await UpgradedAsync();
        var conversation = await new Conversations(new Database(DatabaseAddress.OfFile(DatabaseFile)), TimeProvider.System).CreateAsync("asker", ChannelNames.Quick, null);

        var exported = await RunAsync("database", "export", "moved.jsonl");
        var imported = await RunOverAsync(server.Address.ConnectionString, "database", "import", "moved.jsonl");
        var again = await RunOverAsync(server.Address.ConnectionString, "database", "import", "moved.jsonl");

        Assert.Equal((0, 0), (exported.Code, imported.Code));
        Assert.Contains("conversations: 1\n", imported.Output, StringComparison.Ordinal);
        Assert.Equal(conversation.Id, (await new Conversations(server, TimeProvider.System).FindAsync(conversation.Id))?.Id);
        Assert.Equal(2, again.Code);
        Assert.Contains("not empty", Assert.Single(again.Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
    }

    [Fact]
    public async Task What_cannot_be_done_is_one_line_and_changes_nothing()
    {
        await File.WriteAllTextAsync(Path.Combine(_folder, "foreign.csv"), "id,name\n1,x\n");

        foreach (string[] wrong in new[] { ["export", "new.jsonl"], ["backup", "new.db"], ["import", "nowhere.jsonl"], (string[])["import", "foreign.csv"] })
        {
            var (code, output, errors) = await RunAsync(["database", .. wrong]);
            Assert.Equal((SettingsSetup.RefusedExitCode, ""), (code, output));
            Assert.Single(errors.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        }
        Assert.False(File.Exists(DatabaseFile));
        Assert.Equal(["data", "foreign.csv", "knowledge"], Directory.GetFileSystemEntries(_folder).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    private async Task UpgradedAsync() => Assert.Equal(0, (await RunAsync("desk", "link")).Code);

    private Task<(int Code, string Output, string Errors)> RunAsync(params string[] arguments) => ProductCommand.RunAsync(_folder, arguments);

    private Task<(int Code, string Output, string Errors)> RunOverAsync(string database, params string[] arguments) =>
        ProductCommand.RunAsync(_folder, arguments, new Dictionary<string, string> { ["ConnectionStrings__MedtechBot"] = database });

    private static async Task WaitForAsync(Func<bool> condition)
    {
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (!condition())
        {
            await Task.Delay(20, deadline.Token);
        }
    }
}
