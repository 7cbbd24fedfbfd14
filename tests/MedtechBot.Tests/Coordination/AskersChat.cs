using System.Text.Json.Nodes;
using MedtechBot.Answers;
using MedtechBot.Channels;
using MedtechBot.Consultations;
using MedtechBot.Consultations.Promises;
using MedtechBot.Coordination;
using MedtechBot.Deliveries;
using MedtechBot.Knowledge.Search;
using MedtechBot.Tests.Consultations.Intake;
using MedtechBot.Tests.Storage;
using MedtechBot.Turns;
using Microsoft.Extensions.Logging.Abstractions;

namespace MedtechBot.Tests.Coordination;

/// <summary>An asker in a chat with the desk behind it, over a real database and a clock that is moved. The bot knows nothing and says so.</summary>
internal sealed class AskersChat : IDisposable
{
    private readonly MovedTime _time = new();
    private readonly OutboxFigures _figures = new();
    private readonly ConversationTurns _turns;
    private readonly ChangeTicket _change;
    private readonly ISubmissionHandler[] _forms;
    private readonly Dispatcher _dispatcher;

    public AskersChat()
    {
        var nothing = SearchSetup.BuildSnapshot(Path.GetTempPath(), []);
        Conversations = new Conversations(Database, _time);
        Tickets = new TicketStore(Database, _time);
        _dispatcher = new Dispatcher(Database, [new ConversationDelivery(Conversations)], new OutboxSignal(), _figures, _time, NullLogger<Dispatcher>.Instance);
        _change = new ChangeTicket(Tickets, new Outbox(_time), _dispatcher, [AskerMessages.Of]);
        var write = new WriteToTicket(_change, _time);
        var own = new MyConsultations(Tickets, Conversations, new DeskTriage(() => IntakeParts.Rules, () => nothing, new PromiseTerms()), _time);
        var thread = new AskerThread(Tickets, Conversations, write);
        _forms =
        [
            new TicketSubmission(Tickets, new ConfirmSolution(_change, _time), new RateTicket(_change, _time)),
            new TicketAdditions(Tickets, write, new WithdrawTicket(_change, _time)),
        ];
        _turns = new ConversationTurns(Conversations, new TurnHandler(() => nothing), new TurnLog(Database, _time), _forms, NullLogger<ConversationTurns>.Instance,
            personInCharge: async (conversation, kept, message, language, cancellation) =>
                await own.HandleAsync(conversation, kept, message, language, cancellation) ?? await thread.HandleAsync(conversation, kept, message, language, cancellation));
    }

    public TemporaryDatabase Database { get; } = new();

    public Conversations Conversations { get; }

    public TicketStore Tickets { get; }

    public void Dispose()
    {
        _figures.Dispose();
        Database.Dispose();
    }

    public Task<ConversationRow> StartAsync(string asker = "asker") => Conversations.CreateAsync(asker, ChannelNames.DirectLine, null);

    public async Task<TicketNumber> OpenAsync(ConversationRow conversation, IntakeDetails? details = null, Language language = Language.Japanese)
    {
        var form = new IntakeForm { Summary = "相談です", ReplyInChatOnly = true, Details = details ?? new() };
        return (await new OpenTicket(Database, _time).HandleAsync(new(conversation.Id, RandomId.Next(), form, language))).Number!.Value;
    }

    public async Task<OutgoingMessage> SayAsync(ConversationRow conversation, string text) =>
        await (await _turns.ReceiveAsync(conversation, new IncomingMessage { Text = text }))!.Reply;

    /// <summary>Presses a button of a card that was shown, with what was typed into its fields.</summary>
    public async Task<OutgoingMessage> PressAsync(ConversationRow conversation, JsonObject card, int button, params (string Field, string Value)[] typed)
    {
        var value = card["actions"]![button]!["data"]!.DeepClone().AsObject();
        foreach (var (field, text) in typed)
        {
            value[field] = text;
        }
        return await (await _turns.ReceiveAsync(conversation, new IncomingMessage { Value = value }))!.Reply;
    }

    public Task TakeAsync(TicketNumber number, string by = "佐藤") => new TakeTicket(_change, _time).HandleAsync(number, by);

    public Task ReplyAsync(TicketNumber number, string by = "佐藤") => new ReplyToTicket(_change, _time).HandleAsync(new Reply(number, by, RandomId.Next(), "回答です", null));

    /// <summary>Closes it, and lets the asker be told.</summary>
    public async Task CloseAsync(TicketNumber number, TicketOutcome outcome = TicketOutcome.OutOfScope, string by = "佐藤")
    {
        Assert.Null((await new CloseTicket(_change, _time).HandleAsync(number, by, outcome, null))!.Refused);
        await PassAsync(TimeSpan.FromMinutes(1));
    }

    public Task PassAsync(TimeSpan time)
    {
        _time.Advance(time);
        return _dispatcher.DrainAsync();
    }

    public async Task<Ticket> FindAsync(TicketNumber number) => (await Tickets.FindAsync(number))!;

    public async Task<IReadOnlyList<string>> WrittenAsync(TicketNumber number) => [.. (await FindAsync(number)).History.OfType<AskerWrote>().Select(w => w.Text)];

    public async Task<Activity> LastAsync(ConversationRow conversation) => (await Conversations.ReadAsync(conversation.Id, -1))[^1];
}
