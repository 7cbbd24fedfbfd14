using MedtechBot.Channels;
using MedtechBot.Consultations;
using MedtechBot.Coordination;
using MedtechBot.Deliveries;
using MedtechBot.Storage;
using MedtechBot.Tests.Retention;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;

namespace MedtechBot.Tests.Coordination;

public abstract class ChangeAskerEmailTests : IDisposable
{
    private readonly KeptPast _past;
    private readonly OutboxFigures _figures = new();
    private readonly Outbox _outbox = new(TimeProvider.System);
    private readonly ChangeAskerEmail _change;

    protected ChangeAskerEmailTests(DatabaseKind kind)
    {
        _past = new KeptPast(kind);
        var dispatcher = new Dispatcher(_past.Database, [], new OutboxSignal(), _figures, TimeProvider.System, NullLogger<Dispatcher>.Instance);
        _change = new ChangeAskerEmail(new ChangeTicket(new TicketStore(_past.Database, TimeProvider.System), _outbox, dispatcher, []), TimeProvider.System);
    }

    public sealed class OnSqlite() : ChangeAskerEmailTests(DatabaseKind.Sqlite);

    public sealed class OnPostgres() : ChangeAskerEmailTests(DatabaseKind.Postgres);

    public void Dispose()
    {
        _figures.Dispose();
        _past.Dispose();
    }

    [SkippableFact]
    public async Task The_old_address_is_forgotten_its_links_end_and_what_is_on_its_way_to_it_does_not_leave()
    {
        TicketNumber.TryParse(await _past.TicketAsync(await _past.ConversationAsync("2026-01-01"), "2026-01-02"), out var number);
        await using (var context = _past.Database.CreateDbContext())
        {
            _outbox.Add(context, new OutboxMessage(OutboxKinds.Mail, $"ticket-event:{number}:5", "asker@example.jp", "{}"));
            _outbox.Add(context, new OutboxMessage(OutboxKinds.Mail, $"ticket-event:{number}0:5", "asker@example.jp", "{}"));
            _outbox.Add(context, new OutboxMessage(OutboxKinds.Mail, $"ticket-event:{number}:6", "coordinator@example.jp", "{}"));
            await context.SaveChangesAsync();
        }

        Assert.Equal("right@example.jp", (await _change.HandleAsync(number, "佐藤", "right@example.jp"))!.Ticket.Email);

        await using var after = _past.Database.CreateDbContext();
        Assert.Equal([$"ticket-event:{number}0:5", $"ticket-event:{number}:6"], (await after.Set<OutboxRow>().Select(r => r.Key).ToListAsync()).Order(StringComparer.Ordinal));
        var contents = await after.Set<TicketEventRow>().Where(e => e.Number == number.Value).Select(e => e.Content).ToListAsync();
        Assert.DoesNotContain(contents, c => c.Contains("asker@example.jp", StringComparison.Ordinal));
        var first = (await after.Set<LinkRevocationRow>().SingleAsync()).Before;

        Assert.Null((await _change.HandleAsync(number, null, null))!.Ticket.Email);
        await using var last = _past.Database.CreateDbContext();
        Assert.True((await last.Set<LinkRevocationRow>().SingleAsync()).Before > first);
        Assert.DoesNotContain(await last.Set<TicketEventRow>().Select(e => e.Content).ToListAsync(), c => c.Contains("example.jp", StringComparison.Ordinal));
    }
}
