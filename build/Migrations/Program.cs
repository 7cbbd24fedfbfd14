using MedtechBot.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

Console.Error.WriteLine("This project lets dotnet-ef see the database; it does nothing by itself.");

/// <summary>The database as dotnet-ef sees it; no file is opened.</summary>
public sealed class DesignTimeDatabase : IDesignTimeDbContextFactory<MedtechBotContext>
{
    public MedtechBotContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<MedtechBotContext>().UseSqlite("Data Source=unused.db").Options);
}
