using MedtechBot.Answers;
using MedtechBot.Channels;
using MedtechBot.Consultations;
using MedtechBot.Storage;
using MedtechBot.Storage.Moving;
using MedtechBot.Turns;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace MedtechBot.Tests.Storage;

/// <summary>What any older version stored is there after the upgrade, and the product goes on with it.</summary>
public sealed class UpgradeTests
{
    public static TheoryData<DatabaseKind, string> Versions()
    {
        var versions = new TheoryData<DatabaseKind, string>();
        foreach (var (kind, text) in new[] { (DatabaseKind.Sqlite, "Data Source=never-opened.db"), (DatabaseKind.Postgres, "Host=never-asked") })
        {
            Assert.True(DatabaseAddress.TryParse(text, out var address));
            using var context = new Database(address).CreateDbContext();
            foreach (var migration in context.Database.GetMigrations())
            {
                versions.Add(kind, migration);
            }
        }
        return versions;
    }

    [SkippableTheory]
    [MemberData(nameof(Versions))]
    public async Task A_database_of_any_version_is_upgraded_with_what_is_in_it(DatabaseKind kind, string version)
    {
        using var database = new TemporaryDatabase(kind, migrated: false);
        await using var context = database.CreateDbContext();
        await context.GetService<IMigrator>().MigrateAsync(version);
        var filled = await OldRows.FillAsync(context, version);

        await context.Database.MigrateAsync();

        foreach (var table in MovedTable.All(context).Where(t => filled.Contains(t.Name)))
        {
            Assert.True(await table.ReadAsync(context).AnyAsync(), $"The row of {table.Name} is gone.");
        }
        await TheProductGoesOnAsync(database);
    }

    private static async Task TheProductGoesOnAsync(TemporaryDatabase database)
    {
        var conversations = new Conversations(database, TimeProvider.System);
        Assert.Equal("以前の返事", Assert.Single(await conversations.ReadAsync(OldRows.Key, -1)).Outgoing!.Text);
        await conversations.SendAsync(OldRows.Key, new OutgoingMessage { DeliveryKey = "next", Text = "続き" });

        Assert.True(TicketNumber.TryParse(OldRows.Key, out var number));
        var ticket = await new TicketStore(database, TimeProvider.System).FindAsync(number);
        Assert.Equal(("以前の相談", "taro@example.jp", Language.Japanese), (ticket!.Summary, ticket.Email, ticket.Language));
        Assert.Equal(OldRows.Key, Assert.Single(await new TurnLog(database, TimeProvider.System).RecallAsync(OldRows.Key)).Question);

        var clock = new FixedTime("2026-12-01T00:00:00");
        var form = new IntakeForm { Summary = "次の相談です", ReplyInChatOnly = true };
        var opened = await new OpenTicket(database, clock).HandleAsync(new(OldRows.Key, RandomId.Next(), form, Language.Japanese));
        Assert.Equal("C-2026-0002", opened.Number?.Value);
    }
}
