using System.Diagnostics;
using MedtechBot.Channels;
using MedtechBot.Storage;
using Npgsql;

namespace MedtechBot.Tests.Storage;

public sealed class PostgresDumpTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("medtechbot-");

    public void Dispose() => _folder.Delete(recursive: true);

    [SkippableFact]
    public async Task What_the_servers_own_tools_saved_the_product_reads_after_restoring()
    {
        using var source = new TemporaryDatabase(DatabaseKind.Postgres);
        using var target = new TemporaryDatabase(DatabaseKind.Postgres, migrated: false);
        var kept = await new Conversations(source, TimeProvider.System).CreateAsync("asker", ChannelNames.Quick, null);
        var dump = Path.Combine(_folder.FullName, "medtechbot.dump");

        await RunAsync("pg_dump", source.Address, "--format=custom", "--file=" + dump);
        await RunAsync("psql", Named(target.Address, "postgres"), "--command=CREATE DATABASE " + Server(target.Address).Database);
        await RunAsync("pg_restore", target.Address, "--no-owner", dump);

        var conversations = new Conversations(target, TimeProvider.System);
        Assert.Equal(kept.Id, Assert.Single(await conversations.ListForAskerAsync("asker")).Id);
        await conversations.SendAsync(kept.Id, new OutgoingMessage { DeliveryKey = "k", Text = "続き" });
    }

    private static async Task RunAsync(string program, DatabaseAddress address, params string[] arguments)
    {
        var server = Server(address);
        var path = Path.Combine(PostgresServer.Programs, program);
        Skip.IfNot(File.Exists(path), $"{program} is not installed.");
        var start = new ProcessStartInfo(path, ["--dbname=" + server.Database, "--host=" + server.Host, "--port=" + server.Port, "--username=" + server.Username, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["PGPASSWORD"] = server.Password },
        };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = await process.StandardError.ReadToEndAsync();
        await output;
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, errors);
    }

    private static NpgsqlConnectionStringBuilder Server(DatabaseAddress address) => new(address.ConnectionString);

    private static DatabaseAddress Named(DatabaseAddress address, string database) =>
        DatabaseAddress.TryParse(new NpgsqlConnectionStringBuilder(address.ConnectionString) { Database = database }.ConnectionString, out var named) ? named : address;
}
