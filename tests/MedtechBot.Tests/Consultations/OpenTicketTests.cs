using MedtechBot.Answers;
using MedtechBot.Channels;
using MedtechBot.Consultations;
using MedtechBot.Storage;
using MedtechBot.Tests.Storage;
using Microsoft.EntityFrameworkCore;

namespace MedtechBot.Tests.Consultations;

public abstract class OpenTicketTests : IDisposable
{
    private readonly TemporaryDatabase _database;
    private readonly Conversations _conversations;

    protected OpenTicketTests(DatabaseKind kind)
    {
        _database = new TemporaryDatabase(kind);
        _conversations = new Conversations(_database, TimeProvider.System);
    }

    public sealed class OnSqlite() : OpenTicketTests(DatabaseKind.Sqlite);

    public sealed class OnPostgres() : OpenTicketTests(DatabaseKind.Postgres);

    public void Dispose() => _database.Dispose();

    [SkippableFact]
    public async Task The_same_form_sent_50_times_at_once_opens_one_ticket_and_everybody_gets_its_number()
    {
        var (notified, conversation) = (0, await ConversationAsync());
        var request = Request(conversation, RandomId.Next());
        var results = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Task.Run(() =>
            new OpenTicket(_database, TimeProvider.System, _ => Interlocked.Increment(ref notified)).HandleAsync(request))));
        var number = Assert.Single(results.Select(r => r.Number).Distinct());
        Assert.Equal(number!.Value.Value, Assert.Single(await TicketsAsync()).Number);
        Assert.Equal(1, notified);
    }

    [SkippableFact]
    public async Task Tickets_opened_at_once_have_numbers_of_their_own()
    {
        var conversations = await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => ConversationAsync()));
        var results = await Task.WhenAll(conversations.Select(c => Task.Run(() => Open().HandleAsync(Request(c, RandomId.Next())))));
        Assert.Equal(40, results.Select(r => r.Number!.Value).Distinct().Count());
        Assert.Equal(40, (await TicketsAsync()).Count);
    }

    [SkippableFact]
    public async Task Another_conversations_form_neither_shows_its_number_nor_files_there()
    {
        var (mine, others, form) = (await ConversationAsync(), await ConversationAsync(), RandomId.Next());
        var theirs = await Open().HandleAsync(Request(others, form));
        var result = await Open().HandleAsync(Request(mine, form));
        Assert.NotEqual(theirs.Number, result.Number);
        Assert.Equal(new HashSet<string> { mine, others }, (await TicketsAsync()).Select(t => t.ConversationId).ToHashSet());
    }

    [SkippableTheory]
    [InlineData("")]
    [InlineData("short")]
    [InlineData("0123456789abcdef'; DROP TABLE tickets")]
    public async Task What_is_no_submission_id_opens_nothing(string submissionId)
    {
        var result = await Open().HandleAsync(Request(await ConversationAsync(), submissionId));
        Assert.Equal((null, IntakeField.Form), (result.Number, Assert.Single(result.Problems).Field));
        Assert.Empty(await TicketsAsync());
    }

    [SkippableFact]
    public async Task A_form_with_problems_opens_nothing_and_can_be_sent_again()
    {
        var request = Request(await ConversationAsync(), RandomId.Next());
        var refused = await Open().HandleAsync(request with { Form = request.Form with { Email = "nobody" } });
        Assert.Null(refused.Number);
        Assert.NotEmpty(refused.Problems);
        Assert.Equal("C-" + TicketNumber.YearOf(DateTimeOffset.UtcNow) + "-0001", (await Open().HandleAsync(request)).Number?.Value);
    }

    [SkippableFact]
    public async Task A_conversation_opens_only_so_many_tickets_a_day()
    {
        var conversation = await ConversationAsync();
        for (var n = 0; n < OpenTicket.MostPerDay; n++)
        {
            Assert.NotNull((await Open().HandleAsync(Request(conversation, RandomId.Next()))).Number);
        }
        Assert.Null((await Open().HandleAsync(Request(conversation, RandomId.Next()))).Number);
    }

    [SkippableFact]
    public async Task Without_a_conversation_there_is_no_ticket()
    {
        await Assert.ThrowsAsync<KeyNotFoundException>(() => Open().HandleAsync(Request("nowhere", RandomId.Next())));
        Assert.Empty(await TicketsAsync());
    }

    [SkippableFact]
    public async Task What_was_sent_can_be_read_back()
    {
        var conversation = await ConversationAsync();
        var number = (await Open().HandleAsync(Request(conversation, RandomId.Next()))).Number!.Value;
        var ticket = await new TicketStore(_database, TimeProvider.System).FindAsync(number);
        Assert.Equal(("治験の費用\nについて", "taro@example.jp", conversation), (ticket!.Summary, ticket.Email, ticket.ConversationId));
        Assert.Equal("治験の費用 について", Assert.Single(await TicketsAsync()).Headline);
    }

    private OpenTicket Open() => new(_database, TimeProvider.System);

    private static OpenTicketRequest Request(string conversation, string submissionId) =>
        new(conversation, submissionId, new IntakeForm { Summary = "治験の費用\r\nについて", Email = "taro@example.jp" }, Language.Japanese);

    private async Task<string> ConversationAsync() =>
        (await _conversations.CreateAsync(RandomId.Next(), ChannelNames.DirectLine, Language.Japanese)).Id;

    private async Task<List<TicketRow>> TicketsAsync()
    {
        await using var context = _database.CreateDbContext();
        return await context.Set<TicketRow>().ToListAsync();
    }
}
