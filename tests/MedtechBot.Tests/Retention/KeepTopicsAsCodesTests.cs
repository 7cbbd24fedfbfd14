using MedtechBot.Consultations;
using MedtechBot.Retention;
using MedtechBot.Storage;
using MedtechBot.Tests.Consultations.Intake;
using Microsoft.EntityFrameworkCore;

namespace MedtechBot.Tests.Retention;

public abstract class KeepTopicsAsCodesTests(DatabaseKind kind) : IDisposable
{
    private readonly KeptPast _past = new(kind);

    public sealed class OnSqlite() : KeepTopicsAsCodesTests(DatabaseKind.Sqlite);

    public sealed class OnPostgres() : KeepTopicsAsCodesTests(DatabaseKind.Postgres);

    public void Dispose() => _past.Dispose();

    [SkippableFact]
    public async Task What_older_versions_kept_by_name_is_kept_by_code_and_no_count_is_lost_or_doubled()
    {
        var number = await _past.TicketAsync(await _past.ConversationAsync("2026-01-01"), "2026-01-02");
        await using var context = _past.Database.CreateDbContext();
        await context.Set<TicketRow>().ExecuteUpdateAsync(set => set.SetProperty(t => t.Topic, "薬事"));
        context.Add(new ErasedTicketRow { Number = "C-2025-0001", Channel = "directline", OpenedAt = DateTimeOffset.UnixEpoch, CompletedAt = DateTimeOffset.UnixEpoch, Topic = "知財", Outcome = "answered" });
        context.AddRange(Count("薬事", 3), Count("regulatory", 2), Count("特別な相談", 1));
        await context.SaveChangesAsync();

        var keep = new KeepTopicsAsCodes(_past.Database, () => IntakeParts.Rules);
        await keep.RunAsync();
        await keep.RunAsync();

        Assert.Equal("regulatory", await context.Set<TicketRow>().Where(t => t.Number == number).Select(t => t.Topic).SingleAsync());
        Assert.Equal("ip", await context.Set<ErasedTicketRow>().Select(t => t.Topic).SingleAsync());
        var counts = await context.Set<MonthlyCountRow>().AsNoTracking().OrderBy(c => c.Number).Select(c => new { c.Topic, c.Number }).ToListAsync();
        Assert.Equal([("特別な相談", 1), ("regulatory", 5)], counts.Select(c => (c.Topic, c.Number)));
    }

    private static MonthlyCountRow Count(string topic, int number) =>
        new() { Month = "2025-12", Thing = CountedThings.Ticket, Channel = "directline", Outcome = "answered", Topic = topic, Number = number };
}
