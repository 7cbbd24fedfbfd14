using MedtechBot.Channels;
using MedtechBot.Host.Settings;
using MedtechBot.Host.Storage;
using MedtechBot.Storage;
using MedtechBot.Tests.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace MedtechBot.Host.Tests.Storage;

public sealed class DatabaseUpgradeOnPostgresTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("medtechbot-");
    private readonly DatabaseAddress _address = PostgresServer.Current.NewName();

    [SkippableFact]
    public async Task Hosts_that_start_at_once_on_a_server_without_the_database_make_it_together()
    {
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => UpgradeAsync(_address.ConnectionString))));

        await using var context = new Database(_address).CreateDbContext();
        Assert.Empty(await context.Database.GetPendingMigrationsAsync());
        Assert.Equal(0, await context.Set<ConversationRow>().CountAsync());
    }

    [SkippableFact]
    public async Task A_host_that_was_killed_while_upgrading_does_not_keep_the_next_one_from_starting()
    {
        await using var killed = new Database(_address).CreateDbContext();
        var turn = await PostgresTurn.WaitAsync(killed, default);
        var upgrade = UpgradeAsync(_address.ConnectionString);
        Assert.False(upgrade.IsCompleted);

        // The server notices that the connection is gone, as it does when a process dies.
        await using (var server = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(_address.ConnectionString) { Database = "postgres", Pooling = false }.ConnectionString))
        {
            await server.OpenAsync();
            await using var kill = new NpgsqlCommand("SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory' AND granted", server);
            await kill.ExecuteNonQueryAsync();
        }
        await upgrade.WaitAsync(TimeSpan.FromSeconds(50));

        await using var context = new Database(_address).CreateDbContext();
        Assert.Equal(0, await context.Set<ConversationRow>().CountAsync());
        await Assert.ThrowsAnyAsync<Exception>(async () => await turn.DisposeAsync());
    }

    [SkippableFact]
    public async Task A_person_the_server_does_not_know_is_one_line_that_names_the_setting()
    {
        var stranger = new NpgsqlConnectionStringBuilder(_address.ConnectionString) { Username = "nobody-we-know", Password = "geheim" };

        var refused = await Assert.ThrowsAsync<SettingException>(() => UpgradeAsync(stranger.ConnectionString));

        Assert.Equal("ConnectionStrings:MedtechBot", refused.Setting);
        Assert.Contains("nobody-we-know", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("geheim", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', refused.Message);
    }

    public void Dispose()
    {
        PostgresServer.Current.Drop(_address);
        _folder.Delete(recursive: true);
    }

    private async Task UpgradeAsync(string connectionString)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Configuration.AddInMemoryCollection([new("MedtechBot:DataDirectory", _folder.FullName), new("ConnectionStrings:MedtechBot", connectionString)]);
        builder.AddStorage();
        await using var host = builder.Build();
        await host.Services.GetRequiredService<DatabaseUpgrade>().RunAsync();
    }
}
