using MedtechBot.Answers;
using MedtechBot.Channels;
using MedtechBot.Consultations;
using MedtechBot.Consultations.Promises;
using MedtechBot.Coordination;
using MedtechBot.Deliveries;
using MedtechBot.Storage;
using MedtechBot.Tests.Knowledge;
using MedtechBot.Tests.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;

namespace MedtechBot.Tests.Coordination;

public abstract class KeepPromisesTests : IDisposable
{
    // A Wednesday in Japan.
    private static readonly DateTimeOffset Wednesday = new(2026, 4, 1, 10, 0, 0, TimeSpan.FromHours(9));

    private readonly TemporaryDatabase _database;
    private readonly OutboxFigures _figures = new();
    private readonly MovedTime _time = new();
    private readonly DeskTriage _triage = new(() => DeskRules.Fallback, () => ProductKnowledge.Current, new PromiseTerms());
    private readonly TicketStore _tickets;
    private readonly ChangeTicket _change;
    private readonly KeepPromises _promises;

    protected KeepPromisesTests(DatabaseKind kind)
    {
        _database = new TemporaryDatabase(kind);
        _time.Advance(Wednesday - _time.GetUtcNow());
        var conversations = new Conversations(_database, _time);
        _tickets = new TicketStore(_database, _time, _triage);
        var dispatcher = new Dispatcher(_database, [new ConversationDelivery(conversations)], new OutboxSignal(), _figures, _time, NullLogger<Dispatcher>.Instance);
        _change = new ChangeTicket(_tickets, new Outbox(_time), dispatcher, [AskerMessages.Of]);
        _promises = new KeepPromises(_database, _tickets, _change, _triage, _time, NullLogger<KeepPromises>.Instance);
    }

    public sealed class OnSqlite() : KeepPromisesTests(DatabaseKind.Sqlite);

    public sealed class OnPostgres() : KeepPromisesTests(DatabaseKind.Postgres);

    public void Dispose()
    {
        _figures.Dispose();
        _database.Dispose();
    }

    [SkippableFact]
    public async Task A_promise_is_reminded_of_the_day_before_and_a_missed_one_is_noted_each_once()
    {
        var number = await OpenAsync();
        Assert.Equal(new DateOnly(2026, 4, 6), _triage.Standing(await FindAsync(number), _time.GetUtcNow())!.Due);
        Assert.Equal(0, await _promises.HandleAsync());

        _time.Advance(TimeSpan.FromDays(2));
        Assert.Equal(1, await _promises.HandleAsync());
        Assert.Equal(0, await _promises.HandleAsync());
        Assert.IsType<HolderReminded>((await FindAsync(number)).History[^1]);

        _time.Advance(TimeSpan.FromDays(4));
        Assert.Equal(1, await _promises.HandleAsync());
        Assert.IsType<PromiseMissed>((await FindAsync(number)).History[^1]);
        Assert.Single(await _tickets.ListAsync(new(new TicketReader("佐藤", TicketReach.Desk), TicketView.Overdue)));
    }

    [SkippableFact]
    public async Task While_the_asker_is_waited_for_no_promise_is_due_and_long_silence_is_marked()
    {
        var number = await OpenAsync();
        await new TakeTicket(_change, _time).HandleAsync(number, "佐藤");
        await new AskBack(_change, _time).HandleAsync(number, "佐藤", RandomId.Next(), "使用目的は?", null);
        _time.Advance(TimeSpan.FromDays(12));
        Assert.Equal(0, await _promises.HandleAsync());
        _time.Advance(TimeSpan.FromDays(18));
        Assert.Equal(1, await _promises.HandleAsync());
        Assert.Equal([number.Value], await StaleAsync());
        Assert.Equal(PromiseState.Paused, _triage.Standing(await FindAsync(number), _time.GetUtcNow())!.State);

        await new WriteToTicket(_change, _time).HandleAsync(number, "m1", "在宅用です", []);
        Assert.True(_triage.Standing(await FindAsync(number), _time.GetUtcNow())!.DueAt > _time.GetUtcNow());
    }

    [SkippableFact]
    public async Task Who_does_nothing_for_too_long_is_reminded_and_then_loses_the_ticket()
    {
        var number = await OpenAsync();
        await new TakeTicket(_change, _time).HandleAsync(number, "佐藤");
        _time.Advance(TimeSpan.FromDays(30));
        await _promises.HandleAsync();
        var ticket = await FindAsync(number);
        Assert.Equal((TicketStatus.Received, null), (ticket.Status, ticket.Holder));
        Assert.Equal("佐藤", Assert.Single(ticket.History.OfType<TicketReleased>()).From);
    }

    [SkippableFact]
    public async Task What_stands_still_after_the_first_reply_is_marked_with_and_without_somebody_in_charge()
    {
        var (held, free) = (await OpenAsync(), await OpenAsync());
        foreach (var number in new[] { held, free })
        {
            await new TakeTicket(_change, _time).HandleAsync(number, "佐藤");
            await new ReplyToTicket(_change, _time).HandleAsync(new Reply(number, "佐藤", RandomId.Next(), "回答です", null));
            await new WriteToTicket(_change, _time).HandleAsync(number, "m1", "もう一つ伺います", []);
        }
        await new ReleaseTicket(_change, _time).HandleAsync(free, "佐藤");
        _time.Advance(TimeSpan.FromDays(6));

        Assert.Equal(2, await _promises.HandleAsync());
        Assert.Equal(0, await _promises.HandleAsync());
        Assert.Equal([held.Value, free.Value], await StaleAsync());

        await new WriteNote(_change, _time).HandleAsync(held, "佐藤", RandomId.Next(), "電話しました");
        Assert.Equal([free.Value], await StaleAsync());
    }

    [SkippableFact]
    public async Task A_ticket_is_looked_at_when_something_is_due_and_once_a_day_and_not_after_it_was_closed()
    {
        var number = await OpenAsync();
        await new TakeTicket(_change, _time).HandleAsync(number, "佐藤");
        Assert.Equal(_time.GetUtcNow().AddDays(1), (await RowAsync(number)).LookAt);
        _time.Advance(TimeSpan.FromDays(1));
        await _promises.HandleAsync();
        // The morning of the day before the promised Monday.
        Assert.Equal(new DateTimeOffset(2026, 4, 3, 9, 0, 0, TimeSpan.FromHours(9)), (await RowAsync(number)).LookAt);

        await new CloseTicket(_change, _time).HandleAsync(number, "佐藤", TicketOutcome.NoReply, null);
        Assert.Null((await RowAsync(number)).LookAt);
        _time.Advance(TimeSpan.FromDays(90));
        Assert.Equal(0, await _promises.HandleAsync());
    }

    [SkippableFact]
    public async Task Tickets_of_before_are_looked_at_as_well()
    {
        var number = await OpenAsync();
        await using (var context = _database.CreateDbContext())
        {
            await context.Set<TicketRow>().ExecuteUpdateAsync(set => set.SetProperty(t => t.LookAt, (DateTimeOffset?)null).SetProperty(t => t.DueAt, (DateTimeOffset?)null));
        }
        await _promises.HandleAsync();

        var row = await RowAsync(number);
        Assert.Equal(_triage.Standing(await FindAsync(number), _time.GetUtcNow())!.DueAt, row.DueAt);
        Assert.NotNull(row.LookAt);
    }

    private async Task<IEnumerable<string>> StaleAsync() =>
        (await _tickets.ListAsync(new(new TicketReader("佐藤", TicketReach.Desk), TicketView.Stale))).Select(l => l.Row.Number);

    private async Task<TicketRow> RowAsync(TicketNumber number)
    {
        await using var context = _database.CreateDbContext();
        return await context.Set<TicketRow>().AsNoTracking().SingleAsync(t => t.Number == number.Value);
    }

    private async Task<Ticket> FindAsync(TicketNumber number) => (await _tickets.FindAsync(number))!;

    private async Task<TicketNumber> OpenAsync()
    {
        var conversation = await new Conversations(_database, _time).CreateAsync(RandomId.Next(), ChannelNames.DirectLine, null);
        var form = new IntakeForm { Summary = "承認申請の相談です", ReplyInChatOnly = true };
        var opened = await new OpenTicket(_database, _time, triage: _triage).HandleAsync(new(conversation.Id, RandomId.Next(), form, Language.Japanese));
        return opened.Number!.Value;
    }
}
