using System.Text.Json.Nodes;
using MedtechBot.Answers;
using MedtechBot.Channels;
using MedtechBot.Consultations;
using MedtechBot.Coordination;
using MedtechBot.Deliveries;
using MedtechBot.Deliveries.Webhooks;
using MedtechBot.Storage;
using MedtechBot.Tests.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;

namespace MedtechBot.Tests.Coordination;

public abstract class WebhookNewsTests : IDisposable
{
    private readonly TemporaryDatabase _database;
    private readonly MovedTime _time = new();
    private readonly OutboxFigures _figures = new();
    private readonly ChangeTicket _change;
    private readonly TicketNews[] _news = [AskerMessages.Of, WebhookNews.By(new TicketWebhooks([new WebhookEndpoint { Url = "https://hooks.example.jp/" }]))];

    protected WebhookNewsTests(DatabaseKind kind)
    {
        _database = new TemporaryDatabase(kind);
        _change = new ChangeTicket(new TicketStore(_database, _time), new Outbox(_time),
            new Dispatcher(_database, [], new OutboxSignal(), _figures, _time, NullLogger<Dispatcher>.Instance), _news);
    }

    public sealed class OnSqlite() : WebhookNewsTests(DatabaseKind.Sqlite);

    public sealed class OnPostgres() : WebhookNewsTests(DatabaseKind.Postgres);

    public void Dispose()
    {
        _figures.Dispose();
        _database.Dispose();
    }

    [SkippableFact]
    public async Task Programs_hear_once_of_every_event_from_the_opening_on_and_in_order()
    {
        var number = await OpenAsync();
        var take = new TakeTicket(_change, _time);
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => take.HandleAsync(number, "佐藤"))));
        await new WriteNote(_change, _time).HandleAsync(number, "佐藤", RandomId.Next(), "内緒のメモ");
        await new CloseTicket(_change, _time).HandleAsync(number, "鈴木", TicketOutcome.Answered, null);

        var told = await ToldAsync();

        Assert.Equal(["opened received", "taken in-progress", "note in-progress"], told.Select(t => $"{t["type"]} {t["status"]}"));
        Assert.Equal([$"{number}-1", $"{number}-2", $"{number}-3"], told.Select(t => (string?)t["id"]));
        Assert.DoesNotContain(told, t => t.ToJsonString().Contains("メモ", StringComparison.Ordinal));
    }

    [SkippableFact]
    public async Task Programs_hear_of_a_closing_at_once_and_so_also_that_it_was_taken_back()
    {
        var number = await OpenAsync();
        await new TakeTicket(_change, _time).HandleAsync(number, "佐藤");
        await new CloseTicket(_change, _time).HandleAsync(number, "佐藤", TicketOutcome.NoReply, null);
        await new ReopenTicket(_change, _time).HandleAsync(number, "佐藤", null);

        Assert.Equal(["opened", "taken", "closed", "reopened"], (await ToldAsync()).Select(t => (string?)t["type"]));
    }

    [Fact]
    public void Every_event_has_a_word_of_its_own()
    {
        var events = typeof(TicketEvent).Assembly.GetTypes().Where(t => t.BaseType == typeof(TicketEvent)).ToList();

        Assert.Equal(events.Count, TicketEventTypes.All.Distinct().Count());
    }

    private async Task<List<JsonNode>> ToldAsync()
    {
        await using var context = _database.CreateDbContext();
        var rows = await context.Set<OutboxRow>().AsNoTracking().Where(r => r.Kind == OutboxKinds.Webhook).OrderBy(r => r.Position).ToListAsync();
        return [.. rows.Select(r => JsonNode.Parse(r.Payload)!)];
    }

    private async Task<TicketNumber> OpenAsync()
    {
        var conversation = (await new Conversations(_database, _time).CreateAsync(RandomId.Next(), ChannelNames.DirectLine, null)).Id;
        var request = new OpenTicketRequest(conversation, RandomId.Next(), new IntakeForm { Summary = "相談です", ReplyInChatOnly = true }, Language.Japanese);
        var results = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Task.Run(() =>
            new OpenTicket(_database, _time, null, null, new Outbox(_time), _news).HandleAsync(request))));
        return Assert.Single(results.Select(r => r.Number).Distinct())!.Value;
    }
}
