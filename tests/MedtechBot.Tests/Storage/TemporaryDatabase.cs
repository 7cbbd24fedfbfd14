using MedtechBot.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace MedtechBot.Tests.Storage;

/// <summary>A real SQLite file of its own for each test.</summary>
public sealed class TemporaryDatabase : IDbContextFactory<MedtechBotContext>, IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("medtechbot-");
    private readonly DbContextOptions<SqliteContext> _options;

    public TemporaryDatabase()
    {
        var connection = new SqliteConnectionStringBuilder { DataSource = Path.Combine(_folder.FullName, "test.db"), Pooling = false };
        _options = new DbContextOptionsBuilder<SqliteContext>().UseSqlite(connection.ToString()).Options;
        using var context = CreateDbContext();
        context.Database.EnsureCreated();
    }

    public MedtechBotContext CreateDbContext() => new SqliteContext(_options);

    /// <summary>All that lies on the disk.</summary>
    public byte[] Bytes() => [.. _folder.GetFiles().SelectMany(f => File.ReadAllBytes(f.FullName))];

    public void Dispose() => _folder.Delete(recursive: true);
}
