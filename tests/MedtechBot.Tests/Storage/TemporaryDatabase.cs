using MedtechBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace MedtechBot.Tests.Storage;

/// <summary>A real database of its own for each test: a SQLite file, or one on a PostgreSQL server, without which the test is skipped.</summary>
public sealed class TemporaryDatabase : IDbContextFactory<MedtechBotContext>, IDisposable
{
    private static readonly Lazy<byte[]> EmptyFile = new(MakeEmptyFile);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("medtechbot-");
    private readonly Database _database;

    /// <param name="migrated">Whether the tables are there already; otherwise nothing is.</param>
    public TemporaryDatabase(DatabaseKind kind = DatabaseKind.Sqlite, bool migrated = true)
    {
        if (kind == DatabaseKind.Postgres)
        {
            Address = migrated ? PostgresServer.Current.NewDatabase() : PostgresServer.Current.NewName();
        }
        else
        {
            var file = Path.Combine(_folder.FullName, "test.db");
            File.WriteAllBytes(file, migrated ? EmptyFile.Value : []);
            Address = AddressOf(file);
        }
        _database = new Database(Address);
    }

    public DatabaseAddress Address { get; }

    public MedtechBotContext CreateDbContext() => _database.CreateDbContext();

    /// <summary>All that lies on the disk; of SQLite only.</summary>
    public byte[] Bytes() => [.. _folder.GetFiles().SelectMany(f => File.ReadAllBytes(f.FullName))];

    public void Dispose()
    {
        if (Address.Kind == DatabaseKind.Postgres)
        {
            PostgresServer.Current.Drop(Address);
        }
        _folder.Delete(recursive: true);
    }

    private static DatabaseAddress AddressOf(string file) =>
        DatabaseAddress.TryParse($"Data Source={file};Pooling=False", out var address) ? address : throw new InvalidOperationException();

    private static byte[] MakeEmptyFile()
    {
        var folder = Directory.CreateTempSubdirectory("medtechbot-");
        var file = Path.Combine(folder.FullName, "empty.db");
        using (var context = new Database(AddressOf(file)).CreateDbContext())
        {
            context.Database.Migrate();
        }
        var bytes = File.ReadAllBytes(file);
        folder.Delete(recursive: true);
        return bytes;
    }
}
