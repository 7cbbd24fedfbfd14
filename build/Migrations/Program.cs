using MedtechBot.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

Console.Error.WriteLine("This project lets dotnet-ef see the database; it does nothing by itself.");

/// <summary>The SQLite database as dotnet-ef sees it; no file is opened.</summary>
public sealed class DesignTimeSqlite : IDesignTimeDbContextFactory<SqliteContext>
{
    public SqliteContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<SqliteContext>().UseSqlite("Data Source=unused.db").Options);
}

/// <summary>The PostgreSQL database as dotnet-ef sees it; no server is asked.</summary>
public sealed class DesignTimePostgres : IDesignTimeDbContextFactory<PostgresContext>
{
    public PostgresContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<PostgresContext>().UseNpgsql("Host=unused").Options);
}
