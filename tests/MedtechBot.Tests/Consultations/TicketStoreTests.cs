using MedtechBot.Answers;
using MedtechBot.Channels;
using MedtechBot.Consultations;
using MedtechBot.Storage;
using MedtechBot.Tests.Storage;
using Microsoft.EntityFrameworkCore;

namespace MedtechBot.Tests.Consultations;

/// <summary>What everybody who changes tickets relies on, whichever database it is.</summary>
public abstract class TicketStoreTests : IDisposable
{
    private static readonly DateTimeOffset Now = new(2026, 4, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly TemporaryDatabase _database;
    private readonly TicketStore _tickets;

    protected TicketStoreTests(DatabaseKind kind)
    {
        _database = new TemporaryDatabase(kind);
        _tickets = new TicketStore(_database, TimeProvider.System);
    }

    public sealed class OnSqlite() : TicketStoreTests(DatabaseKind.Sqlite);

    public sealed class OnPostgres() : TicketStoreTests(DatabaseKind.Postgres);

    public void Dispose() => _database.Dispose();

    [SkippableFact]
    public async Task Of_many_changes_at_once_each_is_decided_on_what_the_others_left()
    {
        var number = await OpenAsync();
        var takers = Enumerable.Range(0, 8).Select(n => "担当" + n).ToList();

        var changes = await Task.WhenAll(takers.Select(name => Task.Run(() => TakeAsync(number, name))));

        var winner = Assert.Single(changes, c => c.Refused is null).Ticket.Holder;
        Assert.All(changes.Where(c => c.Refused is not null), c => Assert.Equal(winner, c.Refused!.Holder));
        Assert.Equal(winner, (await _tickets.FindAsync(number))!.Holder);
    }

    [SkippableFact]
    public async Task What_is_added_alongside_is_committed_with_the_change_or_not_at_all()
    {
        var number = await OpenAsync();
        // The same key as the ticket's first event: the database refuses it.
        Task<TicketChange?> Broken() => _tickets.ChangeAsync(number, t => TicketRules.Take(t, "佐藤", Now),
            (context, _) => context.Add(new TicketEventRow { Number = number.Value, Sequence = 1, At = Now, Content = "{}" }));

        await Assert.ThrowsAsync<DbUpdateException>(Broken);

        Assert.Equal((TicketStatus.Received, 1), ((await _tickets.FindAsync(number))!.Status, (await _tickets.FindAsync(number))!.Version));
    }

    [SkippableTheory]
    [InlineData("佐\0藤")]
    [InlineData("\uD83D")]
    public async Task A_holder_that_no_database_can_hold_holds_nothing(string nobody)
    {
        await OpenAsync();

        Assert.Empty(await _tickets.ListAsync(new TicketQuery(new TicketReader(nobody, TicketReach.Desk), TicketView.Mine) { Words = nobody }));
    }

    private async Task<TicketChange> TakeAsync(TicketNumber number, string by) =>
        (await _tickets.ChangeAsync(number, ticket => TicketRules.Take(ticket, by, Now)))!;

    private async Task<TicketNumber> OpenAsync()
    {
        var conversation = await new Conversations(_database, TimeProvider.System).CreateAsync(RandomId.Next(), ChannelNames.DirectLine, null);
        var form = new IntakeForm { Summary = "相談です", ReplyInChatOnly = true };
        return (await new OpenTicket(_database, TimeProvider.System).HandleAsync(new(conversation.Id, RandomId.Next(), form, Language.Japanese))).Number!.Value;
    }
}
