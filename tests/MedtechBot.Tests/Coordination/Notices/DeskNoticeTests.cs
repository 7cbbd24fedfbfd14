using System.Collections.Concurrent;
using MedtechBot.Answers;
using MedtechBot.Channels;
using MedtechBot.Consultations;
using MedtechBot.Consultations.Promises;
using MedtechBot.Coordination;
using MedtechBot.Coordination.Notices;
using MedtechBot.Deliveries;
using MedtechBot.Deliveries.Mail;
using MedtechBot.People;
using MedtechBot.Storage;
using MedtechBot.Tests.Knowledge;
using MedtechBot.Tests.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;

namespace MedtechBot.Tests.Coordination.Notices;

/// <summary>From what happens to a ticket to the mails that leave, over a real database.</summary>
public abstract class DeskNoticeTests : IDisposable
{
    // A Wednesday in Japan.
    private static readonly DateTimeOffset Wednesday = new(2026, 4, 1, 10, 0, 0, TimeSpan.FromHours(9));
    private static readonly MailOptions Mail = new() { Host = "mail.example.jp", From = "desk@bot.example.jp" };

    private readonly TemporaryDatabase _database;
    private readonly OutboxFigures _figures = new();
    private readonly MovedTime _time = new();
    private readonly DeskTriage _triage = new(() => DeskRules.Fallback, () => ProductKnowledge.Current, new PromiseTerms());
    private readonly TicketNews[] _news = [DeskNews.By(Mail)];
    private readonly MailBox _box = new();
    private readonly Outbox _outbox;
    private readonly DeskNoticeDelivery _delivery;
    private readonly Dispatcher _dispatcher;
    private readonly TicketStore _tickets;
    private readonly ChangeTicket _change;

    protected DeskNoticeTests(DatabaseKind kind)
    {
        _database = new TemporaryDatabase(kind);
        _time.Advance(Wednesday - _time.GetUtcNow());
        _outbox = new Outbox(_time);
        _delivery = new DeskNoticeDelivery(_database, _outbox, number => new Uri("https://bot.example.jp/desk/tickets/" + number));
        _dispatcher = new Dispatcher(_database, [_delivery, _box], new OutboxSignal(), _figures, _time, NullLogger<Dispatcher>.Instance);
        _tickets = new TicketStore(_database, _time, _triage);
        _change = new ChangeTicket(_tickets, _outbox, _dispatcher, _news);
    }

    public sealed class OnSqlite() : DeskNoticeTests(DatabaseKind.Sqlite);

    public sealed class OnPostgres() : DeskNoticeTests(DatabaseKind.Postgres);

    public void Dispose()
    {
        _figures.Dispose();
        _database.Dispose();
    }

    [SkippableFact]
    public async Task A_new_ticket_is_told_to_coordinators_who_want_mail_and_can_come_in()
    {
        await AddAsync("佐藤");
        await AddAsync("鈴木", mailIsOff: true);
        await AddAsync("高橋", isDisabled: true);
        await AddAsync("管理者", Role.Admin);
        await AddAsync("専門家", Role.Expert);
        var number = await OpenAsync();

        Assert.Equal([$"新しい相談 {number} → 佐藤"], await SentAsync());
        Assert.Contains($"https://bot.example.jp/desk/tickets/{number}", Assert.Single(_box.Bodies), StringComparison.Ordinal);
        Assert.DoesNotContain("承認申請", _box.Bodies[0], StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task Where_the_region_is_known_its_own_coordinators_are_told_and_all_where_it_has_none()
    {
        await AddAsync("近畿の人", region: "近畿");
        await AddAsync("九州の人", region: "九州");
        await AddAsync("どこでも見る人");
        var (near, far) = (await OpenAsync(), await OpenAsync());
        await SetRegionAsync(near, "近畿");
        Assert.Equal([$"新しい相談 {near} → どこでも見る人", $"新しい相談 {near} → 近畿の人"], (await SentAsync()).Where(m => m.Contains(near.Value, StringComparison.Ordinal)));

        await using (var context = _database.CreateDbContext())
        {
            await context.Set<PersonRow>().Where(p => p.Region == null).ExecuteDeleteAsync();
        }
        var nowhere = await OpenAsync();
        await SetRegionAsync(nowhere, "四国");
        Assert.Equal(2, (await SentAsync()).Count(m => m.Contains(nowhere.Value, StringComparison.Ordinal)));
        Assert.NotEqual(near, far);
    }

    [SkippableFact]
    public async Task A_ticket_that_was_taken_before_the_mail_left_is_no_news_to_the_others()
    {
        await AddAsync("佐藤");
        await AddAsync("鈴木");
        var number = await OpenAsync();
        await new TakeTicket(_change, _time).HandleAsync(number, "佐藤");
        Assert.Empty(await SentAsync());

        await new WriteToTicket(_change, _time).HandleAsync(number, "m1", "追記", []);
        Assert.Equal([$"相談 {number} に相談者の書き込み → 佐藤"], await SentAsync());
    }

    [SkippableFact]
    public async Task Who_became_an_expert_hears_nothing_of_what_they_were_in_charge_of_and_the_others_do()
    {
        await AddAsync("佐藤");
        await AddAsync("鈴木");
        var number = await OpenAsync();
        await new TakeTicket(_change, _time).HandleAsync(number, "佐藤");
        await SentAsync();
        await using (var context = _database.CreateDbContext())
        {
            await context.Set<PersonRow>().Where(p => p.Name == "佐藤").ExecuteUpdateAsync(set => set.SetProperty(p => p.Role, Role.Expert));
        }
        await new WriteToTicket(_change, _time).HandleAsync(number, "m1", "追記", []);
        Assert.Equal([$"相談 {number} に相談者の書き込み → 鈴木"], await SentAsync());
    }

    [SkippableFact]
    public async Task Whoever_did_it_is_not_told_and_whom_it_concerns_is()
    {
        await AddAsync("佐藤");
        await AddAsync("鈴木");
        await AddAsync("専門家", Role.Expert);
        var number = await OpenAsync();
        await new TakeTicket(_change, _time).HandleAsync(number, "佐藤");
        Assert.Empty(await SentAsync());
        await new ShareTicket(_change, _time).HandleAsync(number, "佐藤", "専門家");
        Assert.Equal([$"相談 {number} が共有されました → 専門家"], await SentAsync());
        await new AssignTicket(_change, _time).HandleAsync(number, "佐藤", "鈴木");
        Assert.Equal([$"相談 {number} の担当になりました → 鈴木"], await SentAsync());
        await new WriteNote(_change, _time).HandleAsync(number, "専門家", RandomId.Next(), "所見");
        Assert.Equal([$"相談 {number} に内部メモ → 鈴木"], await SentAsync());
        await new ReleaseTicket(_change, _time).HandleAsync(number, "鈴木");
        Assert.Equal([$"相談 {number} に担当者がいません → 佐藤"], await SentAsync());
    }

    [SkippableFact]
    public async Task Promised_days_are_told_to_whoever_is_in_charge_and_missed_ones_to_administrators_as_well()
    {
        await AddAsync("佐藤");
        await AddAsync("鈴木");
        await AddAsync("管理者", Role.Admin);
        var number = await OpenAsync();
        await new TakeTicket(_change, _time).HandleAsync(number, "佐藤");
        var promises = new KeepPromises(_database, _tickets, _change, _triage, _time, NullLogger<KeepPromises>.Instance);

        _time.Advance(TimeSpan.FromDays(2));
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => promises.HandleAsync())));
        Assert.Equal([$"相談 {number} の期日が近づいています → 佐藤"], await SentAsync());

        _time.Advance(TimeSpan.FromDays(4));
        await promises.HandleAsync();
        await promises.HandleAsync();
        Assert.Equal([$"相談 {number} が期日を過ぎました → 佐藤", $"相談 {number} が期日を過ぎました → 管理者"], (await SentAsync()).Where(m => m.Contains("過ぎました", StringComparison.Ordinal)));
    }

    [SkippableFact]
    public async Task A_notice_that_is_delivered_again_makes_no_second_mail()
    {
        await AddAsync("佐藤");
        await OpenAsync();
        await using (var context = _database.CreateDbContext())
        {
            var row = await context.Set<OutboxRow>().AsNoTracking().SingleAsync(r => r.Kind == OutboxKinds.Desk);
            await _delivery.DeliverAsync(row, default);
            await _delivery.DeliverAsync(row, default);
        }

        Assert.Single(await SentAsync());
    }

    // Sends what is due and says what came where, in an order of its own.
    private async Task<IReadOnlyList<string>> SentAsync()
    {
        _box.Clear();
        await _dispatcher.DrainAsync();
        return [.. _box.Lines.Order(StringComparer.Ordinal)];
    }

    private async Task SetRegionAsync(TicketNumber number, string region)
    {
        await using var context = _database.CreateDbContext();
        await context.Set<TicketRow>().Where(t => t.Number == number.Value).ExecuteUpdateAsync(set => set.SetProperty(t => t.Region, region));
    }

    private async Task AddAsync(string name, Role role = Role.Coordinator, string? region = null, bool mailIsOff = false, bool isDisabled = false)
    {
        Assert.True(PersonName.TryRead(name, out var read));
        var person = PersonRow.New(read, role, _time.GetUtcNow());
        (person.Email, person.Region, person.MailIsOff, person.DisabledAt) = (person.Id + "@example.jp", region, mailIsOff, isDisabled ? _time.GetUtcNow() : null);
        _box.Names[person.Email] = name;
        await using var context = _database.CreateDbContext();
        context.Add(person);
        await context.SaveChangesAsync();
    }

    private async Task<TicketNumber> OpenAsync()
    {
        var conversation = await new Conversations(_database, _time).CreateAsync(RandomId.Next(), ChannelNames.DirectLine, null);
        var form = new IntakeForm { Summary = "承認申請の相談です", ReplyInChatOnly = true };
        var opened = await new OpenTicket(_database, _time, triage: _triage, outbox: _outbox, news: _news).HandleAsync(new(conversation.Id, RandomId.Next(), form, Language.Japanese));
        return opened.Number!.Value;
    }

    private sealed class MailBox : IDelivery
    {
        private readonly ConcurrentQueue<MailText> _mails = new();

        public Dictionary<string, string> Names { get; } = [];
        public IEnumerable<string> Lines => _mails.Select(m => $"{m.Subject} → {Names[m.To]}");
        public IReadOnlyList<string> Bodies => [.. _mails.Select(m => m.Body)];
        public string Kind => OutboxKinds.Mail;
        public bool KnowsRepeats => false;

        public void Clear() => _mails.Clear();

        public Task<DeliveryOutcome> DeliverAsync(OutboxRow row, CancellationToken cancellation)
        {
            _mails.Enqueue(MailText.Read(row.Payload));
            return Task.FromResult(DeliveryOutcome.Delivered);
        }
    }
}
