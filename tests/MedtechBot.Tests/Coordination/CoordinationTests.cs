using MedtechBot.Answers;
using MedtechBot.Channels;
using MedtechBot.Consultations;
using MedtechBot.Coordination;
using MedtechBot.Deliveries;
using MedtechBot.Storage;
using MedtechBot.Tests.Storage;
using Microsoft.Extensions.Logging.Abstractions;

namespace MedtechBot.Tests.Coordination;

public abstract class CoordinationTests : IDisposable
{
    private readonly TemporaryDatabase _database;
    private readonly MovedTime _time = new();
    private readonly OutboxFigures _figures = new();
    private readonly Conversations _conversations;
    private readonly TicketStore _tickets;
    private readonly TakeTicket _take;

    protected CoordinationTests(DatabaseKind kind)
    {
        _database = new TemporaryDatabase(kind);
        _conversations = new Conversations(_database, TimeProvider.System);
        _tickets = new TicketStore(_database, TimeProvider.System);
        _take = new TakeTicket(ChangeWith(_conversations), TimeProvider.System);
    }

    public sealed class OnSqlite() : CoordinationTests(DatabaseKind.Sqlite);

    public sealed class OnPostgres() : CoordinationTests(DatabaseKind.Postgres);

    public void Dispose()
    {
        _figures.Dispose();
        _database.Dispose();
    }

    [SkippableFact]
    public async Task Of_many_coordinators_taking_one_ticket_at_once_one_gets_it_and_the_others_are_told_who()
    {
        var (number, _) = await OpenAsync();
        var changes = await Task.WhenAll(Enumerable.Range(0, 8).Select(n => Task.Run(() => _take.HandleAsync(number, "担当" + n))));
        var winner = Assert.Single(changes, c => c!.Refused is null)!.Ticket.Holder;
        Assert.All(changes.Where(c => c!.Refused is not null), c => Assert.Equal(new Refusal(RefusalReason.HeldByOther, winner), c!.Refused));
        Assert.Single((await _tickets.FindAsync(number))!.History.OfType<TicketTaken>());
    }

    [SkippableFact]
    public async Task The_same_reply_sent_many_times_at_once_is_written_and_delivered_once()
    {
        var (number, conversation) = await OpenAsync();
        var taken = await _take.HandleAsync(number, "佐藤");
        var reply = new Reply(number, "佐藤", RandomId.Next(), "PMDAの全般相談が窓口です。", taken!.Ticket.Version);
        var changes = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => ReplyWith(_conversations).HandleAsync(reply))));
        Assert.All(changes, c => Assert.Null(c!.Refused));
        Assert.Single((await _tickets.FindAsync(number))!.History.OfType<ReplyWritten>());
        var message = Assert.Single(await _conversations.ReadAsync(conversation, -1)).Outgoing!;
        Assert.Equal("佐藤", message.SpokenBy);
        Assert.Contains("PMDAの全般相談が窓口です。", message.Text, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task A_reply_whose_delivery_was_cut_off_is_delivered_at_the_next_start()
    {
        var (number, conversation) = await OpenAsync();
        var taken = await _take.HandleAsync(number, "佐藤");
        var cutOff = ReplyWith(new CutOff(_conversations, before: true));
        Assert.Null((await cutOff.HandleAsync(new Reply(number, "佐藤", RandomId.Next(), "回答です", taken!.Ticket.Version)))!.Refused);
        Assert.Empty(await _conversations.ReadAsync(conversation, -1));

        await DeliverLaterAsync();
        Assert.Single(await _conversations.ReadAsync(conversation, -1));
    }

    [SkippableFact]
    public async Task A_crash_between_delivering_and_marking_it_does_not_deliver_twice()
    {
        var (number, conversation) = await OpenAsync();
        var taken = await _take.HandleAsync(number, "佐藤");
        await ReplyWith(new CutOff(_conversations, before: false)).HandleAsync(new Reply(number, "佐藤", RandomId.Next(), "回答です", taken!.Ticket.Version));
        Assert.Single(await _conversations.ReadAsync(conversation, -1));

        await DeliverLaterAsync();
        Assert.Single(await _conversations.ReadAsync(conversation, -1));
    }

    [SkippableFact]
    public async Task What_was_refused_reaches_nobody()
    {
        var (number, conversation) = await OpenAsync();
        var taken = await _take.HandleAsync(number, "佐藤");
        var change = await ReplyWith(_conversations).HandleAsync(new Reply(number, "鈴木", RandomId.Next(), "横から失礼", taken!.Ticket.Version));
        Assert.Equal(RefusalReason.HeldByOther, change!.Refused!.Reason);
        Assert.Empty(await _conversations.ReadAsync(conversation, -1));
    }

    [SkippableFact]
    public async Task A_ticket_that_does_not_exist_is_not_changed() =>
        Assert.Null(await _take.HandleAsync(TicketNumber.Of(2026, 99), "佐藤"));

    [Fact]
    public async Task A_closing_taken_back_at_once_is_never_told()
    {
        var (number, conversation) = await OpenAsync();
        await _take.HandleAsync(number, "佐藤");
        await new CloseTicket(ChangeWith(_conversations), _time).HandleAsync(number, "佐藤", TicketOutcome.OutOfScope, null);
        Assert.Empty(await _conversations.ReadAsync(conversation, -1));

        await new ReopenTicket(ChangeWith(_conversations), _time).HandleAsync(number, "佐藤", null);
        await DeliverLaterAsync();
        Assert.Empty(await _conversations.ReadAsync(conversation, -1));
        Assert.Equal(TicketStatus.InProgress, (await _tickets.FindAsync(number))!.Status);
    }

    [Fact]
    public async Task A_closing_is_told_after_a_while_and_so_is_going_on_after_that()
    {
        var (number, conversation) = await OpenAsync();
        await _take.HandleAsync(number, "佐藤");
        await new CloseTicket(ChangeWith(_conversations), _time).HandleAsync(number, "佐藤", TicketOutcome.OutOfScope, null);
        await DeliverLaterAsync();
        Assert.Contains("完了しました", Assert.Single(await _conversations.ReadAsync(conversation, -1)).Outgoing!.Text, StringComparison.Ordinal);

        await new ReopenTicket(ChangeWith(_conversations), _time).HandleAsync(number, "佐藤", null);
        Assert.Contains("再開しました", (await _conversations.ReadAsync(conversation, -1))[^1].Outgoing!.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Once_a_coordinator_is_in_charge_the_askers_words_go_to_them()
    {
        var (number, id) = await OpenAsync();
        var conversation = (await _conversations.FindAsync(id))!;
        var thread = new AskerThread(_tickets, _conversations, new WriteToTicket(ChangeWith(_conversations), _time));
        var kept = await _conversations.AppendAsync(id, new IncomingMessage { Text = "急いでいます" });
        Assert.Null(await thread.HandleAsync(conversation, kept, new IncomingMessage { Text = "急いでいます" }, null, default));

        var taken = await _take.HandleAsync(number, "佐藤");
        await new AskBack(ChangeWith(_conversations), _time).HandleAsync(number, "佐藤", RandomId.Next(), "使用目的は?", taken!.Ticket.Version);
        Assert.Equal(TicketStatus.Waiting, (await _tickets.FindAsync(number))!.Status);
        kept = await _conversations.AppendAsync(id, new IncomingMessage { Text = "在宅用です" });
        var told = await thread.HandleAsync(conversation, kept, new IncomingMessage { Text = "在宅用です" }, null, default);
        Assert.Contains("佐藤さんに伝えました", told!.Text, StringComparison.Ordinal);
        Assert.Equal("在宅用です", ToTheBot.Question(Assert.Single(told.Suggestions)));
        await thread.HandleAsync(conversation, kept, new IncomingMessage { Text = "在宅用です" }, null, default);
        Assert.Equal("在宅用です", Assert.Single((await _tickets.FindAsync(number))!.History.OfType<AskerWrote>()).Text);
    }

    private ReplyToTicket ReplyWith(IConversations conversations) => new(ChangeWith(conversations), _time);

    private ChangeTicket ChangeWith(IConversations conversations) =>
        new(_tickets, new Outbox(_time), DispatcherWith(conversations), [AskerMessages.Of]);

    private Dispatcher DispatcherWith(IConversations conversations) =>
        new(_database, [new ConversationDelivery(conversations)], new OutboxSignal(), _figures, _time, NullLogger<Dispatcher>.Instance);

    // As a process that starts some time later.
    private Task DeliverLaterAsync()
    {
        _time.Advance(TimeSpan.FromMinutes(1));
        return DispatcherWith(_conversations).DrainAsync();
    }

    private async Task<(TicketNumber Number, string Conversation)> OpenAsync()
    {
        var conversation = (await _conversations.CreateAsync(RandomId.Next(), ChannelNames.DirectLine, null)).Id;
        var form = new IntakeForm { Summary = "相談です", ReplyInChatOnly = true };
        var result = await new OpenTicket(_database, TimeProvider.System).HandleAsync(new(conversation, RandomId.Next(), form, Language.Japanese));
        return (result.Number!.Value, conversation);
    }

    // The process dies while delivering: before the message is kept, or after that and before it is known.
    private sealed class CutOff(IConversations inner, bool before) : IConversations
    {
        public async Task SendAsync(string conversationId, OutgoingMessage message, CancellationToken cancellation = default)
        {
            if (!before)
            {
                await inner.SendAsync(conversationId, message, cancellation);
            }
            throw new IOException("cut off");
        }
    }
}
