using MedtechBot.Answers;
using MedtechBot.Channels;
using MedtechBot.Consultations;
using MedtechBot.Consultations.Promises;
using MedtechBot.Tests.Consultations.Intake;
using MedtechBot.Tests.Knowledge;
using MedtechBot.Tests.Storage;
using Microsoft.EntityFrameworkCore;

namespace MedtechBot.Tests.Consultations;

public sealed class TicketTopicTests : IDisposable
{
    private static readonly TicketReader Coordinator = new(Tickets.Sato, TicketReach.Desk);
    private readonly TemporaryDatabase _database = new();
    private readonly DeskTriage _triage = new(() => IntakeParts.Rules, () => ProductKnowledge.Current, new PromiseTerms());
    private readonly TicketStore _store;

    public TicketTopicTests() => _store = new TicketStore(_database, TimeProvider.System, _triage);

    public void Dispose() => _database.Dispose();

    [Theory]
    [InlineData("ip")]
    [InlineData("知財")]
    [InlineData("Intellectual property")]
    public async Task A_ticket_keeps_codes_and_is_found_by_code_and_by_name(string topic)
    {
        var number = await OpenAsync("ip");
        await OpenAsync("clinical");

        Assert.Equal(["ip"], (await _store.FindAsync(number))!.Route!.Topics.Take(1));
        var line = Assert.Single(await _store.ListAsync(new TicketQuery(Coordinator) { Topic = topic }));
        Assert.Equal((number.Value, "ip"), (line.Row.Number, line.Row.Topic));
    }

    [Fact]
    public async Task A_history_of_before_is_read_with_codes_and_what_is_no_topic_any_more_stays()
    {
        var number = await OpenAsync("ip");
        await using (var context = _database.CreateDbContext())
        {
            await context.Set<TicketEventRow>().Where(e => e.Number == number.Value && e.Sequence == 2)
                .ExecuteUpdateAsync(set => set.SetProperty(e => e.Content, """{"$type":"routed","topics":["知財","昔の分野"],"urgency":"Normal","replyDays":3,"desk":"知財担当","reasons":[],"at":"2026-04-01T00:00:00+00:00"}"""));
        }
        Assert.Equal(["ip", "昔の分野"], (await _store.FindAsync(number))!.Route!.Topics);

        // What happens next puts the code into the lists as well.
        await _store.ChangeAsync(number, t => TicketRules.Take(t, Tickets.Sato, Tickets.Noon));
        Assert.Equal("ip", Assert.Single(await _store.ListAsync(new TicketQuery(Coordinator))).Row.Topic);
    }

    private async Task<TicketNumber> OpenAsync(string topic)
    {
        var conversation = (await new Conversations(_database, TimeProvider.System).CreateAsync(RandomId.Next(), ChannelNames.DirectLine, null)).Id;
        var form = new IntakeForm { Summary = "相談です", ReplyInChatOnly = true, Details = new IntakeDetails { Topics = [topic] } };
        return (await new OpenTicket(_database, TimeProvider.System, triage: _triage).HandleAsync(new(conversation, RandomId.Next(), form, Language.Japanese))).Number!.Value;
    }
}
