using MedtechBot.Answers;
using MedtechBot.Channels;
using MedtechBot.Consultations;
using MedtechBot.Coordination;
using MedtechBot.Deliveries;
using MedtechBot.Knowledge;
using MedtechBot.LearningFromUse;
using MedtechBot.Storage;
using MedtechBot.Tests.Storage;
using MedtechBot.Turns;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;

namespace MedtechBot.Tests.LearningFromUse;

/// <summary>People who ask, press thumbs and consult, over a database of its own, on a clock that is told to go on.</summary>
internal sealed class LearningPast(DatabaseKind kind = DatabaseKind.Sqlite) : IDisposable
{
    public const string Fee = "a#fee";

    private readonly OutboxFigures _figures = new();

    public TemporaryDatabase Database { get; } = new(kind);

    public MovedTime Time { get; } = new();

    public LearningOptions Options { get; } = new();

    public LearnedSignal Signal { get; } = new();

    public TurnLog Log => new(Database, Time, new LearnFromThumbs(Database, Confirmations, Signal).FollowAsync);

    public ChangeTicket Change => new(
        new TicketStore(Database, Time), new Outbox(Time), new Dispatcher(Database, [], new OutboxSignal(), _figures, Time, NullLogger<Dispatcher>.Instance), [], [Follower]);

    private Confirmations Confirmations => new(Options, Time);

    private TicketFollower Follower => new LearnFromTickets(Confirmations).Follow;

    public void Dispose()
    {
        _figures.Dispose();
        Database.Dispose();
    }

    public async Task<string> ConversationAsync(string asker) => (await new Conversations(Database, Time).CreateAsync(asker, ChannelNames.Quick, null)).Id;

    /// <summary>An answered question.</summary>
    /// <param name="understood">Null: as it was asked.</param>
    public async Task<(string Conversation, string Turn)> TurnAsync(
        string asker, string question, string passages = Fee, string? understood = null, OutcomeKind outcome = OutcomeKind.Answered, string? conversation = null)
    {
        conversation ??= await ConversationAsync(asker);
        var turn = RandomId.Next();
        var remembered = new PastTurn(question, understood ?? question, [.. passages.Split(' ').Select(p => new PassageId(p))], outcome);
        await using var context = Database.CreateDbContext();
        await Log.AddAsync(context, turn, conversation, 1, new TurnOutcome(new Answer { Outcome = outcome, Language = Language.Japanese, Text = "答えです" }, remembered), mayBeThere: false);
        await context.SaveChangesAsync();
        return (conversation, turn);
    }

    /// <summary>An answered question with a thumb up.</summary>
    public async Task<(string Conversation, string Turn)> ThumbAsync(
        string asker, string question, string passages = Fee, string? understood = null, OutcomeKind outcome = OutcomeKind.Answered, string? conversation = null)
    {
        var (in_, turn) = await TurnAsync(asker, question, passages, understood, outcome, conversation);
        await Log.ReactAsync(in_, turn, Reaction.Up);
        return (in_, turn);
    }

    /// <summary>A ticket that somebody is in charge of.</summary>
    public async Task<(TicketNumber Number, string Conversation)> TicketAsync(string summary, bool isConfidential = false, string? conversation = null)
    {
        conversation ??= await ConversationAsync("相談者");
        var form = new IntakeForm { Summary = summary, Email = "a@example.jp", Details = new IntakeDetails { IsConfidential = isConfidential } };
        var open = new OpenTicket(Database, Time, outbox: new Outbox(Time), news: [], followers: [Follower]);
        var number = (await open.HandleAsync(new(conversation, RandomId.Next(), form, Language.Japanese))).Number!.Value;
        await new TakeTicket(Change, Time).HandleAsync(number, "佐藤");
        return (number, conversation);
    }

    public async Task ReplyAsync(TicketNumber number, params string[] cited)
    {
        var sources = cited.Select((id, n) => new Citation(n + 1, new PassageId(id), "手引き", "節", "引用です。", "経済産業省", new PartialDate(2024, 3), Authority.Guidebook));
        Assert.Null((await new ReplyToTicket(Change, Time).HandleAsync(new Reply(number, "佐藤", RandomId.Next(), "回答です", null) { Sources = [.. sources] }))!.Refused);
    }

    public async Task SolvedAsync(TicketNumber number, bool isSolved) => Assert.Null((await new ConfirmSolution(Change, Time).HandleAsync(number, isSolved))!.Refused);

    public async Task<IReadOnlyList<LearnedQuestionRow>> RowsAsync()
    {
        await using var context = Database.CreateDbContext();
        return await context.Set<LearnedQuestionRow>().AsNoTracking().OrderBy(r => r.At).ThenBy(r => r.PassageId).ToListAsync();
    }

    /// <summary>"question > passage, how, status" of each.</summary>
    public async Task<IReadOnlyList<string>> LinesAsync() =>
        [.. (await RowsAsync()).Select(r => $"{r.Question} > {r.PassageId}, {r.ConfirmedBy}, {r.Status}")];
}
