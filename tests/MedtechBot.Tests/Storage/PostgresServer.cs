using System.Diagnostics;
using MedtechBot.Storage;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace MedtechBot.Tests.Storage;

/// <summary>
/// A PostgreSQL server for the tests of this assembly, started when the first of them wants one: with the programs of this machine, or
/// the one that MEDTECHBOT_TEST_POSTGRES names. Tests are skipped where there is neither.
/// </summary>
public sealed class PostgresServer
{
    private const string NotFound = "No PostgreSQL was found; install postgresql or set MEDTECHBOT_TEST_POSTGRES.";

    private static readonly Lazy<PostgresServer> Running = new(Start);

    private readonly NpgsqlConnectionStringBuilder _server;
    private readonly bool _staysOn;
    private readonly Lazy<string> _template;
    private readonly Lock _oneAtATime = new();

    private PostgresServer(NpgsqlConnectionStringBuilder server, bool staysOn)
    {
        (_server, _staysOn) = (server, staysOn);
        _template = new Lazy<string>(MakeTemplate);
    }

    /// <summary>The folder of the server's programs; skips the test where they are not installed.</summary>
    public static string Programs
    {
        get
        {
            var programs = FindPrograms();
            Skip.If(programs is null, NotFound);
            return programs!;
        }
    }

    /// <summary>Skips the test when there is none.</summary>
    public static PostgresServer Current => Running.Value;

    /// <summary>A name that no database has yet.</summary>
    public DatabaseAddress NewName()
    {
        var server = new NpgsqlConnectionStringBuilder(_server.ConnectionString) { Database = "test_" + Guid.NewGuid().ToString("N"), MaxPoolSize = 20 };
        return DatabaseAddress.TryParse(server.ConnectionString, out var address) ? address : throw new InvalidOperationException();
    }

    /// <summary>A database with all tables and no rows.</summary>
    public DatabaseAddress NewDatabase()
    {
        var address = NewName();
        lock (_oneAtATime)
        {
            Execute($"CREATE DATABASE {NameOf(address)} TEMPLATE {_template.Value}");
        }
        return address;
    }

    public void Drop(DatabaseAddress address) => Execute($"DROP DATABASE IF EXISTS {NameOf(address)} WITH (FORCE)");

    private static string NameOf(DatabaseAddress address) => new NpgsqlConnectionStringBuilder(address.ConnectionString).Database!;

    private string MakeTemplate()
    {
        // Without a pool, since a database that somebody is connected to cannot be copied.
        var server = new NpgsqlConnectionStringBuilder(NewName().ConnectionString) { Pooling = false };
        Assert.True(DatabaseAddress.TryParse(server.ConnectionString, out var address));
        using var context = new Database(address).CreateDbContext();
        context.Database.Migrate();
        if (_staysOn)
        {
            AppDomain.CurrentDomain.ProcessExit += (_, _) => Drop(address);
        }
        return server.Database!;
    }

    private void Execute(string sql)
    {
        using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(_server.ConnectionString) { Pooling = false }.ConnectionString);
        connection.Open();
        using var command = new NpgsqlCommand(sql, connection);
        command.ExecuteNonQuery();
    }

    private static PostgresServer Start()
    {
        if (Environment.GetEnvironmentVariable("MEDTECHBOT_TEST_POSTGRES") is { Length: > 0 } given)
        {
            Assert.True(DatabaseAddress.TryParse(given, out var address), "MEDTECHBOT_TEST_POSTGRES names no database.");
            return new PostgresServer(new NpgsqlConnectionStringBuilder(address.ConnectionString), staysOn: true);
        }
        var programs = Programs;
        var folder = Directory.CreateTempSubdirectory("medtechbot-postgres-").FullName;
        // Apart from this process, so that it is there to clear away when that is killed with all its children.
        var start = new ProcessStartInfo("setsid", ["--fork", Path.Combine(AppContext.BaseDirectory, "Storage", "temporary-postgres.sh"), programs, folder])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        var process = Process.Start(start)!;
        var said = process.StandardOutput.ReadLine();
        Assert.True(said == "ready", "PostgreSQL did not start: " + said + "\n" + File.ReadAllText(Path.Combine(folder, "start.log")));
        // The server lives as long as this handle to its input, and so as long as this process.
        GC.KeepAlive(process);
        AppDomain.CurrentDomain.ProcessExit += (_, _) => process.StandardInput.Close();
        return new PostgresServer(new NpgsqlConnectionStringBuilder { Host = folder, Username = "medtechbot", Database = "postgres" }, staysOn: false);
    }

    private static string? FindPrograms()
    {
        if (!OperatingSystem.IsLinux())
        {
            return null;
        }
        var installed = Directory.Exists("/usr/lib/postgresql") ? Directory.GetDirectories("/usr/lib/postgresql").OrderDescending().Select(v => Path.Combine(v, "bin")) : [];
        var onPath = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':', StringSplitOptions.RemoveEmptyEntries);
        return installed.Concat(onPath).Append("/usr/local/bin").FirstOrDefault(f => new[] { "initdb", "postgres", "pg_ctl" }.All(p => File.Exists(Path.Combine(f, p))));
    }
}
