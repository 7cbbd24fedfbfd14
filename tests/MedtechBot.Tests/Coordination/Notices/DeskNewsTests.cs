using MedtechBot.Consultations;
using MedtechBot.Coordination.Notices;
using MedtechBot.Deliveries.Mail;
using MedtechBot.Tests.Consultations;

namespace MedtechBot.Tests.Coordination.Notices;

public sealed class DeskNewsTests
{
    private static readonly Ticket Taken = Tickets.Taken();

    public static TheoryData<string, TicketEvent[], string[]> Happenings => new()
    {
        { "taken away", [new TicketReleased(Tickets.Noon, null, Tickets.Sato)], ["TakenAway to 佐藤", "Released not by 佐藤"] },
        { "given back", [new TicketReleased(Tickets.Noon, Tickets.Sato, Tickets.Sato)], ["Released not by 佐藤"] },
        { "handed on", [new TicketAssigned(Tickets.Noon, "高橋", Tickets.Suzuki)], ["Assigned to 鈴木 not by 高橋", "HandedOn to 佐藤 not by 高橋"] },
        { "shared", [new TicketShared(Tickets.Noon, Tickets.Sato, "専門家")], ["Shared to 専門家 not by 佐藤"] },
        { "asker wrote", [new AskerWrote(Tickets.Noon, "m1", "追記")], ["AskerWrote"] },
        { "asker wrote again", [new AskerWrote(Tickets.Noon, "m1", "追記"), new AskerWrote(Tickets.Noon, "m2", "追記")], [] },
        { "asker wrote after a reply", [new AskerWrote(Tickets.Noon, "m1", "追記"), new ReplyWritten(Tickets.Noon, Tickets.Sato, "r1", "回答"), new AskerWrote(Tickets.Noon, "m2", "追記")], ["AskerWrote"] },
        { "not solved", [new SolutionConfirmed(Tickets.Noon, false)], ["NotSolved"] },
        { "solved", [new SolutionConfirmed(Tickets.Noon, true)], [] },
        { "withdrawn", [new TicketWithdrawn(Tickets.Noon)], ["Withdrawn"] },
        { "a wish to be introduced", [new TicketReferred(Tickets.Noon, Tickets.Sato, "f1", "大阪府", "理由"), new ReferralAnswered(Tickets.Noon, "f1", true)], ["ReferralAnswered"] },
        { "an expert's note", [new NoteWritten(Tickets.Noon, "専門家", "n1", "所見")], ["NoteWritten to 佐藤 not by 専門家"] },
        { "one's own note", [new NoteWritten(Tickets.Noon, Tickets.Sato, "n1", "所見")], [] },
        { "one's own reply", [new ReplyWritten(Tickets.Noon, Tickets.Sato, "r1", "回答")], [] },
        { "due soon", [new HolderReminded(Tickets.Noon, "Remind:2026-04-06")], ["DueSoon"] },
        { "missed", [new PromiseMissed(Tickets.Noon, "Escalate:2026-04-06")], ["Missed"] },
    };

    [Theory]
    [MemberData(nameof(Happenings))]
    public void Who_must_hear_of_what_follows_from_the_event(string what, TicketEvent[] happened, string[] told)
    {
        var ticket = happened.Aggregate(Taken, (t, e) => t.After(e));

        Assert.Equal((what, string.Join(", ", told)), (what, string.Join(", ", DeskNews.Of(ticket, happened[^1]).Select(Words))));
    }

    [Fact]
    public void A_new_ticket_concerns_whoever_could_take_it() =>
        Assert.Equal("Opened", Words(Assert.Single(DeskNews.Of(Tickets.Opened(), Tickets.Opened().History[0]))));

    [Fact]
    public void Without_mail_nothing_is_kept_for_sending() =>
        Assert.Empty(DeskNews.By(new MailOptions())(Tickets.Opened(), Tickets.Opened().History[0]));

    [Fact]
    public void Each_mail_names_the_ticket_says_one_thing_and_leads_to_the_desk()
    {
        var link = new Uri("https://bot.example.jp/desk/tickets/C-2026-0001");
        var mails = Enum.GetValues<DeskNoticeKind>().Select(kind => DeskMails.Of(new DeskNotice("C-2026-0001", kind), link)).ToList();

        Assert.All(mails, m =>
        {
            Assert.Contains("C-2026-0001", m.Subject, StringComparison.Ordinal);
            Assert.Contains("\n" + link.AbsoluteUri + "\n", m.Body.ReplaceLineEndings("\n"), StringComparison.Ordinal);
            Assert.DoesNotContain("{0}", m.Subject + m.Body, StringComparison.Ordinal);
        });
        Assert.Equal(mails.Count, mails.Select(m => m.Subject).Distinct().Count());
        Assert.Equal(mails.Count, mails.Select(m => m.Body).Distinct().Count());
    }

    private static string Words(DeskNotice notice) =>
        notice.Kind + (notice.To is { } to ? " to " + to : "") + (notice.By is { } by ? " not by " + by : "");
}
