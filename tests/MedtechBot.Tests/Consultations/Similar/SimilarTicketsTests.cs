using MedtechBot.Answers;
using MedtechBot.Channels;
using MedtechBot.Consultations;
using MedtechBot.Consultations.Similar;
using MedtechBot.Storage;
using MedtechBot.Tests.Knowledge;
using MedtechBot.Tests.Storage;
using Microsoft.EntityFrameworkCore;

namespace MedtechBot.Tests.Consultations.Similar;

public abstract class SimilarTicketsTests : IDisposable
{
    private static readonly TicketReader Suzuki = new(Tickets.Suzuki, TicketReach.Desk);
    private static readonly TicketReader Expert = new("専門家", TicketReach.Shared);
    private readonly TemporaryDatabase _database;
    private readonly TicketStore _store;
    private readonly SimilarTickets _similar;

    protected SimilarTicketsTests(DatabaseKind kind)
    {
        _database = new TemporaryDatabase(kind);
        _store = new TicketStore(_database, TimeProvider.System);
        _similar = new SimilarTickets(_database, _store, () => ProductKnowledge.Current);
    }

    public sealed class OnSqlite() : SimilarTicketsTests(DatabaseKind.Sqlite);

    public sealed class OnPostgres() : SimilarTicketsTests(DatabaseKind.Postgres);

    public void Dispose() => _database.Dispose();

    [SkippableFact]
    public async Task What_was_said_anywhere_in_a_closed_ticket_makes_it_similar_and_its_reply_is_offered()
    {
        var byReply = await ClosedAsync("窓口を教えてください", "カテーテルの滅菌バリデーションはISO 11135によります。");
        var bySummary = await ClosedAsync(new string('あ', 200) + "カテーテルの滅菌について", "別の回答です");
        await ClosedAsync("補助金の公募はいつですか", "春です。");
        var open = await OpenAsync("カテーテルの滅菌方法");

        var found = await FindAsync(open, Suzuki);

        Assert.Equal(new[] { byReply, bySummary }.Select(n => n.Value).Order(), found.Select(s => s.Line.Row.Number).Order());
        Assert.Equal("カテーテルの滅菌バリデーションはISO 11135によります。", found.Single(s => s.Line.Row.Number == byReply.Value).Reply);
    }

    [SkippableFact]
    public async Task It_is_brought_up_to_date_by_closing_and_opening_again_whichever_host_does_so()
    {
        var open = await OpenAsync("聴診器の保険償還");
        Assert.Empty(await FindAsync(open, Suzuki));
        var closed = await ClosedAsync("聴診器の保険適用", "C1です。");
        Assert.Equal(closed.Value, Assert.Single(await FindAsync(open, Suzuki)).Line.Row.Number);

        var elsewhere = new TicketStore(_database, TimeProvider.System);
        await elsewhere.ChangeAsync(closed, t => TicketRules.Reopen(t, Tickets.Sato, null, TimeProvider.System.GetUtcNow()));
        Assert.Empty(await FindAsync(open, Suzuki));
    }

    [SkippableFact]
    public async Task Nothing_confidential_is_offered_also_when_it_was_marked_after_it_was_read()
    {
        var closed = await ClosedAsync("折りたたみ式内視鏡の発明", "出願してからご相談ください。");
        var open = await OpenAsync("内視鏡の発明");
        Assert.Single(await FindAsync(open, Suzuki));

        await _store.ChangeAsync(closed, t => ReaderRules.MarkConfidential(t, null, TimeProvider.System.GetUtcNow()));

        Assert.Empty(await FindAsync(open, Suzuki));
        Assert.Empty(await FindAsync(open, new TicketReader("管理者", TicketReach.Everything)));
        Assert.Null(await _similar.ReplyOfAsync(closed, Suzuki));
    }

    [SkippableFact]
    public async Task Experts_are_offered_what_was_shared_with_them_and_nothing_else()
    {
        var shared = await ClosedAsync("透析装置の承認", "承認が要ります。", shareWith: Expert.Name);
        var other = await ClosedAsync("透析装置の承認申請", "申請してください。");
        var open = await OpenAsync("透析装置の承認について");

        Assert.Equal(shared.Value, Assert.Single(await FindAsync(open, Expert)).Line.Row.Number);
        Assert.Equal("承認が要ります。", await _similar.ReplyOfAsync(shared, Expert));
        Assert.Null(await _similar.ReplyOfAsync(other, Expert));
        Assert.Null(await _similar.ReplyOfAsync(open, Suzuki));
    }

    private async Task<IReadOnlyList<SimilarTicket>> FindAsync(TicketNumber number, TicketReader reader)
    {
        // All of it, however busy the machine is: pages do not wait that long.
        await _similar.BringUpToDateAsync(CancellationToken.None);
        return await _similar.FindAsync((await _store.FindAsync(number))!, reader);
    }

    private async Task<TicketNumber> ClosedAsync(string summary, string reply, string? shareWith = null)
    {
        var number = await OpenAsync(summary);
        var now = TimeProvider.System.GetUtcNow();
        await _store.ChangeAsync(number, t => TicketRules.Take(t, Tickets.Sato, now));
        await _store.ChangeAsync(number, t => TicketRules.Reply(t, new ReplyWritten(now, Tickets.Sato, RandomId.Next(), reply), null));
        if (shareWith is not null)
        {
            await _store.ChangeAsync(number, t => TicketRules.Share(t, Tickets.Sato, shareWith, now));
        }
        await _store.ChangeAsync(number, t => TicketRules.Close(t, Tickets.Sato, TicketOutcome.Answered, null, TimeProvider.System.GetUtcNow()));
        return number;
    }

    private async Task<TicketNumber> OpenAsync(string summary)
    {
        var conversation = (await new Conversations(_database, TimeProvider.System).CreateAsync(RandomId.Next(), ChannelNames.DirectLine, null)).Id;
        var form = new IntakeForm { Summary = summary, ReplyInChatOnly = true };
        return (await new OpenTicket(_database, TimeProvider.System).HandleAsync(new(conversation, RandomId.Next(), form, Language.Japanese))).Number!.Value;
    }
}
