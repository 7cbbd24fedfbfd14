using MedtechBot.Channels;
using MedtechBot.Consultations;
using MedtechBot.Storage;
using MedtechBot.Tests.Retention;
using Microsoft.EntityFrameworkCore;

namespace MedtechBot.Tests.Consultations;

public abstract class LearningTests(DatabaseKind kind) : IDisposable
{
    private readonly KeptPast _past = new(kind);

    public sealed class OnSqlite() : LearningTests(DatabaseKind.Sqlite);

    public sealed class OnPostgres() : LearningTests(DatabaseKind.Postgres);

    public void Dispose() => _past.Dispose();

    [SkippableFact]
    public async Task From_a_ticket_that_was_marked_confidential_later_and_from_its_conversation_nothing_is_learned()
    {
        var (open, secret, talk) = (await _past.ConversationAsync("2026-01-01"), await _past.ConversationAsync("2026-01-01"), await _past.ConversationAsync("2026-01-01"));
        var model = await _past.TicketAsync(open, "2026-01-02");
        await _past.TicketAsync(secret, "2026-01-02");
        var marked = await _past.TicketAsync(secret, "2026-01-03");
        TicketNumber.TryParse(marked, out var number);
        var store = new TicketStore(_past.Database, TimeProvider.System);
        await store.ChangeAsync(number, t => ReaderRules.MarkConfidential(t, null, Tickets.Noon));

        await using var context = _past.Database.CreateDbContext();
        Assert.DoesNotContain(marked, await context.Set<TicketRow>().MayBeLearnedFrom().Select(t => t.Number).ToListAsync());
        Assert.Equal(new[] { open, talk }.Order(), (await context.Set<ConversationRow>().MayBeLearnedFrom(context).Select(c => c.Id).ToListAsync()).Order());
        var admin = new TicketReader("管理", TicketReach.Everything);
        Assert.Contains(model, (await store.ListAsync(new TicketQuery(admin, TicketView.All) { ToLearnFrom = true })).Select(l => l.Row.Number));
        Assert.DoesNotContain(marked, (await store.ListAsync(new TicketQuery(admin, TicketView.All) { ToLearnFrom = true })).Select(l => l.Row.Number));
    }
}
