using MedtechBot.Channels;
using MedtechBot.Host.Settings;
using MedtechBot.Host.Storage;
using MedtechBot.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace MedtechBot.Host.Tests.Storage;

public sealed class DatabaseUpgradeTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("medtechbot-");

    [Fact]
    public async Task Hosts_that_start_at_once_over_a_new_folder_make_one_database()
    {
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(UpgradeAsync)));

        await using var host = Host();
        await using var context = await Database(host).CreateDbContextAsync();
        Assert.Empty(await context.Database.GetPendingMigrationsAsync());
        Assert.Equal(0, await context.Set<ConversationRow>().CountAsync());
    }

    [Fact]
    public async Task A_host_that_was_killed_while_upgrading_does_not_keep_the_next_one_from_starting()
    {
        await using (var host = Host())
        await using (var context = await Database(host).CreateDbContextAsync())
        {
            // What EF leaves behind when the process ends between taking its lock and giving it back.
            await context.Database.ExecuteSqlRawAsync(
                "CREATE TABLE \"__EFMigrationsLock\" (\"Id\" INTEGER NOT NULL CONSTRAINT \"PK___EFMigrationsLock\" PRIMARY KEY, \"Timestamp\" TEXT NOT NULL);"
                + "INSERT INTO \"__EFMigrationsLock\" VALUES (1, '2026-11-21 00:00:00')");
        }
        await File.WriteAllTextAsync(Path.Combine(_folder.FullName, "upgrading.lock"), "");

        await UpgradeAsync().WaitAsync(TimeSpan.FromSeconds(30));

        await using var next = Host();
        await using var database = await Database(next).CreateDbContextAsync();
        Assert.Equal(0, await database.Set<ConversationRow>().CountAsync());
    }

    [Fact]
    public async Task A_database_that_a_newer_version_made_is_left_alone_in_one_line()
    {
        await UpgradeAsync();
        await using (var host = Host())
        await using (var context = await Database(host).CreateDbContextAsync())
        {
            await context.Database.ExecuteSqlRawAsync("INSERT INTO \"__EFMigrationsHistory\" VALUES ('29990101000000_FromTheFuture', '99.0.0')");
        }

        var refused = await Assert.ThrowsAsync<SettingException>(UpgradeAsync);

        Assert.Contains("newer version", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', refused.Message);
    }

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
    }

    private async Task UpgradeAsync()
    {
        await using var host = Host();
        await host.Services.GetRequiredService<DatabaseUpgrade>().RunAsync();
    }

    private WebApplication Host()
    {
        var builder = WebApplication.CreateBuilder();
        builder.Configuration.AddInMemoryCollection([new("MedtechBot:DataDirectory", _folder.FullName)]);
        builder.AddStorage();
        return builder.Build();
    }

    private static IDbContextFactory<MedtechBotContext> Database(WebApplication host) =>
        host.Services.GetRequiredService<IDbContextFactory<MedtechBotContext>>();
}
