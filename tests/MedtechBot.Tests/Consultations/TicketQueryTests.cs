using MedtechBot.Answers;
using MedtechBot.Channels;
using MedtechBot.Consultations;
using MedtechBot.Storage;
using MedtechBot.Tests.Storage;
using Microsoft.EntityFrameworkCore;

namespace MedtechBot.Tests.Consultations;

public abstract class TicketQueryTests : IDisposable
{
    private static readonly TicketReader Coordinator = new(Tickets.Sato, TicketReach.Desk);
    private readonly TemporaryDatabase _database;
    private readonly TicketStore _store;

    protected TicketQueryTests(DatabaseKind kind)
    {
        _database = new TemporaryDatabase(kind);
        _store = new TicketStore(_database, TimeProvider.System);
    }

    public sealed class OnSqlite() : TicketQueryTests(DatabaseKind.Sqlite);

    public sealed class OnPostgres() : TicketQueryTests(DatabaseKind.Postgres);

    public void Dispose() => _database.Dispose();

    [SkippableFact]
    public async Task Each_view_shows_what_it_says()
    {
        var (free, mine, waiting, closed) = (await OpenAsync("一つ目"), await OpenAsync("二つ目"), await OpenAsync("三つ目"), await OpenAsync("四つ目"));
        foreach (var number in new[] { mine, waiting, closed })
        {
            await _store.ChangeAsync(number, t => TicketRules.Take(t, Tickets.Sato, Tickets.Noon));
        }
        await _store.ChangeAsync(waiting, t => Tickets.AskBack(t, Tickets.Sato, "q1"));
        await _store.ChangeAsync(closed, t => Tickets.Close(t, Tickets.Sato, TicketOutcome.OutOfScope));

        Assert.Equal([free, mine, waiting], await NumbersAsync(new(Coordinator)));
        Assert.Equal([mine, waiting], await NumbersAsync(new(Coordinator, TicketView.Mine)));
        Assert.Equal([free], await NumbersAsync(new(Coordinator, TicketView.Unassigned)));
        Assert.Equal([waiting], await NumbersAsync(new(Coordinator, TicketView.Waiting)));
        Assert.Equal([closed], await NumbersAsync(new(Coordinator, TicketView.Closed)));
        Assert.Equal([closed, waiting, mine, free], await NumbersAsync(new(Coordinator, TicketView.All)));
    }

    [SkippableFact]
    public async Task Experts_see_what_was_shared_with_them_and_nothing_else()
    {
        var (shared, _) = (await OpenAsync("共有する"), await OpenAsync("共有しない"));
        await _store.ChangeAsync(shared, t => TicketRules.Take(t, Tickets.Sato, Tickets.Noon));
        await _store.ChangeAsync(shared, t => TicketRules.Share(t, Tickets.Sato, "専門家", Tickets.Noon));

        Assert.Equal([shared], await NumbersAsync(new(new TicketReader("専門家", TicketReach.Shared))));
        Assert.Empty(await NumbersAsync(new(new TicketReader("別の専門家", TicketReach.Shared))));
        // In charge of it once, and an expert by now.
        var former = new TicketReader(Tickets.Sato, TicketReach.Shared);
        Assert.Empty(await NumbersAsync(new(former, TicketView.All)));
        Assert.Equal(TicketSight.None, former.SightOf((await _store.FindAsync(shared))!));

        await _store.ChangeAsync(shared, t => ReaderRules.Unshare(t, Tickets.Sato, "専門家", Tickets.Noon));
        Assert.Empty(await NumbersAsync(new(new TicketReader("専門家", TicketReach.Shared))));
    }

    [SkippableFact]
    public async Task A_confidential_matter_says_nothing_to_others_and_is_not_found_by_its_words()
    {
        var number = await OpenAsync("未公開の折りたたみ機構", new IntakeDetails { IsConfidential = true });
        Assert.Null(Assert.Single(await _store.ListAsync(new(Coordinator))).Headline);
        Assert.Empty(await NumbersAsync(new(Coordinator) { Words = "折りたたみ" }));

        await _store.ChangeAsync(number, t => TicketRules.Take(t, Tickets.Sato, Tickets.Noon));
        Assert.Equal("未公開の折りたたみ機構", Assert.Single(await _store.ListAsync(new(Coordinator) { Words = "折りたたみ" })).Headline);
        Assert.Empty(await NumbersAsync(new(new TicketReader(Tickets.Suzuki, TicketReach.Desk)) { Words = "折りたたみ" }));
        Assert.Single(await _store.ListAsync(new(new TicketReader("管理者", TicketReach.Everything)) { Words = "折りたたみ" }));
    }

    [SkippableFact]
    public async Task Words_are_looked_for_in_all_that_was_written_and_mean_themselves()
    {
        var (first, second) = (await OpenAsync("治験の相談 100%"), await OpenAsync("特許の相談"));
        await _store.ChangeAsync(second, t => TicketRules.Note(t, new NoteWritten(Tickets.Noon, Tickets.Suzuki, "n1", "INPITを案内済み")));
        Assert.Equal([first], await NumbersAsync(new(Coordinator) { Words = "100% 治験" }));
        Assert.Equal([second], await NumbersAsync(new(Coordinator) { Words = "inpit" }));
        Assert.Empty(await NumbersAsync(new(Coordinator) { Words = "1_0" }));
        Assert.Equal([first], await NumbersAsync(new(Coordinator) { Words = first.Value }));
    }

    [SkippableTheory]
    [InlineData("かてーてる")]
    [InlineData("ｶﾃｰﾃﾙ")]
    [InlineData("ＰＭＤＡ")]
    [InlineData("pmda　カテーテル")]
    public async Task Words_are_found_in_whatever_width_case_and_kana_they_were_typed(string words)
    {
        var number = await OpenAsync("カテーテルをPMDAに相談したい");
        await OpenAsync("別の相談");
        Assert.Equal([number], await NumbersAsync(new(Coordinator) { Words = words }));
    }

    [SkippableFact]
    public async Task What_another_host_wrote_is_found_and_what_was_deleted_is_not()
    {
        var number = await OpenAsync("治験の相談");
        Assert.Empty(await NumbersAsync(new(Coordinator) { Words = "倫理審査" }));
        var elsewhere = new TicketStore(_database, TimeProvider.System);
        await elsewhere.ChangeAsync(number, t => TicketRules.Note(t, new NoteWritten(Tickets.Noon, Tickets.Suzuki, "n1", "倫理審査を案内済み")));
        Assert.Equal([number], await NumbersAsync(new(Coordinator) { Words = "倫理審査" }));

        await using (var context = _database.CreateDbContext())
        {
            await context.Set<TicketRow>().ExecuteDeleteAsync();
        }
        Assert.Empty(await NumbersAsync(new(Coordinator, TicketView.All) { Words = "倫理審査" }));
    }

    [SkippableFact]
    public async Task What_only_the_program_reads_in_a_ticket_is_no_word_of_it()
    {
        await OpenAsync("治験の相談");
        Assert.Empty(await NumbersAsync(new(Coordinator) { Words = "summary" }));
        Assert.Empty(await NumbersAsync(new(Coordinator) { Words = "$type" }));
    }

    [SkippableFact]
    public async Task An_address_is_found_by_those_who_are_shown_it_and_by_no_expert()
    {
        var number = await OpenAsync("治験の相談" + new string('長', 200) + "末尾のことば", new IntakeDetails { Product = "センサー" });
        await _store.ChangeAsync(number, t => TicketRules.Take(t, Tickets.Sato, Tickets.Noon));
        await _store.ChangeAsync(number, t => TicketRules.Share(t, Tickets.Sato, "専門家", Tickets.Noon));
        var expert = new TicketReader("専門家", TicketReach.Shared);
        foreach (var words in new[] { "asker@example.jp", "asker@", "xample.j" })
        {
            Assert.Equal([number], await NumbersAsync(new(Coordinator) { Words = words }));
            Assert.Empty(await NumbersAsync(new(expert) { Words = words }));
        }
        Assert.Equal([number], await NumbersAsync(new(expert) { Words = "治験" }));
        Assert.Equal([number], await NumbersAsync(new(expert) { Words = "末尾のことば センサー" }));
        Assert.Empty(await NumbersAsync(new(new TicketReader("別の専門家", TicketReach.Shared)) { Words = "センサー" }));

        await _store.ChangeAsync(number, t => ReaderRules.ChangeEmail(t, Tickets.Sato, "right@example.jp", Tickets.Noon));
        Assert.Equal([number], await NumbersAsync(new(Coordinator) { Words = "right@" }));
        Assert.Empty(await NumbersAsync(new(expert) { Words = "right@" }));
    }

    [SkippableFact]
    public async Task A_list_goes_on_behind_the_last_ticket_seen()
    {
        var numbers = new List<TicketNumber>();
        for (var i = 0; i < 5; i++)
        {
            numbers.Add(await OpenAsync("相談" + i));
        }
        Assert.Equal(numbers[..2], await NumbersAsync(new(Coordinator) { Limit = 2 }));
        Assert.Equal(numbers[2..4], await NumbersAsync(new(Coordinator) { Limit = 2, After = numbers[1] }));
        Assert.Equal([numbers[0]], await NumbersAsync(new(Coordinator, TicketView.All) { After = numbers[1] }));
    }

    [SkippableFact]
    public async Task What_is_to_be_done_stands_by_its_promised_day_and_urgency_and_goes_on_behind_each_of_them()
    {
        var (waits, wrote, later, first, urgent) = (await OpenAsync("a"), await OpenAsync("b"), await OpenAsync("c"), await OpenAsync("d"), await OpenAsync("e"));
        await SetAsync(wrote, t => t.AskerWroteAt = Tickets.Noon);
        await SetAsync(later, t => t.DueAt = Tickets.Noon.AddDays(3));
        await SetAsync(first, t => (t.DueAt, t.Urgency) = (Tickets.Noon.AddDays(2), "Normal"));
        await SetAsync(urgent, t => (t.DueAt, t.Urgency) = (Tickets.Noon.AddDays(2), "Urgent"));
        TicketNumber[] expected = [urgent, first, later, wrote, waits];

        Assert.Equal(expected, await NumbersAsync(new(Coordinator)));
        for (var i = 0; i < expected.Length; i++)
        {
            Assert.Equal(expected[(i + 1)..], await NumbersAsync(new(Coordinator) { After = expected[i] }));
        }
        Assert.Equal([waits, wrote, later, first, urgent], await NumbersAsync(new(Coordinator) { InOrderOfArrival = true }));
    }

    private async Task SetAsync(TicketNumber number, Action<TicketRow> change)
    {
        await using var context = _database.CreateDbContext();
        var row = await context.Set<TicketRow>().SingleAsync(t => t.Number == number.Value);
        change(row);
        row.Place = TicketOrder.PlaceOf(row);
        await context.SaveChangesAsync();
    }

    private async Task<IReadOnlyList<TicketNumber>> NumbersAsync(TicketQuery query) =>
        [.. (await _store.ListAsync(query)).Select(l => TicketNumber.TryParse(l.Row.Number, out var number) ? number : default)];

    private async Task<TicketNumber> OpenAsync(string summary, IntakeDetails? details = null)
    {
        var conversation = (await new Conversations(_database, TimeProvider.System).CreateAsync(RandomId.Next(), ChannelNames.DirectLine, null)).Id;
        var form = new IntakeForm { Summary = summary, Email = "asker@example.jp", Details = details ?? new() };
        return (await new OpenTicket(_database, TimeProvider.System).HandleAsync(new(conversation, RandomId.Next(), form, Language.Japanese))).Number!.Value;
    }
}
