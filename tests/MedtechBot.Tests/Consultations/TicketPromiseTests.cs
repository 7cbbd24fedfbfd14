using MedtechBot.Answers;
using MedtechBot.Consultations;
using MedtechBot.Consultations.Promises;
using MedtechBot.Tests.Consultations.Promises;
using static MedtechBot.Tests.Consultations.Promises.PromiseTests;

namespace MedtechBot.Tests.Consultations;

/// <summary>What the history of a ticket makes of its promise, and of it standing still.</summary>
public sealed class TicketPromiseTests
{
    private static readonly BusinessCalendar Calendar = BusinessCalendar.Of(ClosingDays.None);
    private static readonly PromiseTerms Terms = new();

    // Tuesday; three business days make Friday the 27th.
    private static readonly DateTimeOffset Tuesday = Jst("2026-11-24 10:00");
    private static readonly DateTimeOffset Wednesday = Jst("2026-11-25 10:00");
    private static readonly DateTimeOffset NextMonday = Jst("2026-11-30 10:00");

    public static TheoryData<string, TicketEvent[]> EndsOfWaiting => new()
    {
        { "the asker's answer", [new AskerWrote(NextMonday, "m1", "在宅用です")] },
        { "a referral", [new TicketReferred(NextMonday, "佐藤", "f1", "大阪府", "地域の企業")] },
        { "not solved yet", [new SolutionConfirmed(NextMonday, false)] },
        { "closed and reopened", [new TicketClosed(Jst("2026-11-27 10:00"), "佐藤", TicketOutcome.NoReply), new TicketReopened(NextMonday, "佐藤")] },
        { "closed and not solved", [new TicketClosed(Jst("2026-11-27 10:00"), "佐藤", TicketOutcome.NoReply), new SolutionConfirmed(NextMonday, false)] },
        { "closed and written to", [new TicketClosed(Jst("2026-11-27 10:00"), "佐藤", TicketOutcome.NoReply), new AskerWrote(NextMonday, "m1", "まだです")] },
    };

    [Theory]
    [MemberData(nameof(EndsOfWaiting))]
    public void The_clock_goes_on_when_the_matter_is_the_desks_again(string what, TicketEvent[] happened)
    {
        var waiting = Held().After(new AskedBack(Wednesday, "佐藤", "q1", "使用目的は?"));
        Assert.Equal(PromiseState.Paused, Standing(waiting, NextMonday).State);

        var ticket = happened.Aggregate(waiting, (t, e) => t.After(e));

        // Wednesday to Monday are three business days.
        Assert.Equal((what, BusinessCalendarTests.Day("2026-12-02"), PromiseState.OnTime), (what, Standing(ticket, NextMonday).Due, Standing(ticket, NextMonday).State));
    }

    [Fact]
    public void A_closing_day_that_became_known_later_does_not_move_the_day_that_was_told()
    {
        var told = BusinessCalendarTests.Day("2026-11-27");
        var later = BusinessCalendar.Of(new ClosingDays([new Closing(told, told, EveryYear: false, "停電")]));
        var ticket = Opened(told);

        Assert.Equal(told, ticket.Standing(Tuesday, later, Terms)!.Due);
        Assert.Equal(told, ticket.After(new AskedBack(Wednesday, "佐藤", "q1", "?")).After(new AskerWrote(Wednesday.AddHours(1), "m1", "!")).Standing(Wednesday.AddHours(2), later, Terms)!.Due);
        Assert.Equal(BusinessCalendarTests.Day("2026-11-30"), Opened(null).Standing(Tuesday, later, Terms)!.Due);
    }

    public static TheoryData<string, TicketEvent[], string?> Standstills => new()
    {
        { "nothing at all", [], "2026-11-30 09:00" },
        { "the asker's words", [new AskerWrote(Wednesday, "m1", "追記")], "2026-11-30 09:00" },
        { "a colleague's note", [new NoteWritten(Wednesday, "専門家", "n1", "所見")], "2026-11-30 09:00" },
        { "a reminder", [new HolderReminded(Wednesday, "Remind:2026-11-27")], "2026-11-30 09:00" },
        { "one's own note", [new NoteWritten(Wednesday, "佐藤", "n1", "電話しました")], "2026-12-01 09:00" },
        { "somebody else in charge", [new TicketAssigned(Wednesday, "佐藤", "鈴木")], "2026-12-01 09:00" },
        { "the first word after a reply", [new ReplyWritten(Tuesday, "佐藤", "r1", "回答"), new AskerWrote(Wednesday, "m1", "もう一つ"), new AskerWrote(NextMonday, "m2", "まだですか")], "2026-12-01 09:00" },
        { "given back after a reply", [new ReplyWritten(Tuesday, "佐藤", "r1", "回答"), new AskerWrote(Tuesday, "m1", "もう一つ"), new TicketReleased(Wednesday, "佐藤", "佐藤")], "2026-12-01 09:00" },
        { "an asker who does not answer", [new AskedBack(Wednesday, "佐藤", "q1", "?")], "2026-12-10 09:00" },
        { "an organisation of which nothing is heard", [new TicketReferred(Wednesday, "佐藤", "f1", "大阪府", "理由")], "2026-12-10 09:00" },
        { "an asker who writes meanwhile", [new TicketReferred(Wednesday, "佐藤", "f1", "大阪府", "理由"), new AskerWrote(Wednesday, "m1", "どうなりましたか")], "2026-12-01 09:00" },
        { "an asker who wants to be introduced", [new TicketReferred(Wednesday, "佐藤", "f1", "大阪府", "理由"), new ReferralAnswered(Wednesday, "f1", true)], "2026-12-01 09:00" },
        { "answered", [new ReplyWritten(Wednesday, "佐藤", "r1", "回答")], null },
        { "closed", [new TicketClosed(Wednesday, "佐藤", TicketOutcome.NoReply)], null },
        { "nobody in charge while a first reply is promised", [new TicketReleased(Wednesday, "佐藤", "佐藤")], null },
    };

    [Theory]
    [MemberData(nameof(Standstills))]
    public void A_ticket_stands_still_from_when_whoever_had_to_act_last_did_something(string what, TicketEvent[] happened, string? flagged)
    {
        var ticket = happened.Aggregate(Held(), (t, e) => t.After(e));
        var steps = ticket.StaleSteps(Standing(ticket, happened.LastOrDefault()?.At ?? Tuesday), Calendar, Terms);

        Assert.Equal((what, flagged is null ? null : Jst(flagged)), (what, steps.FirstOrDefault(s => s.Action == PromiseAction.FlagStale)?.At));
    }

    [Fact]
    public void Only_what_is_somebodys_own_to_go_on_with_is_taken_from_them()
    {
        var asked = Held().After(new AskedBack(Wednesday, "佐藤", "q1", "?"));

        Assert.Contains(Held().StaleSteps(null, Calendar, Terms), s => s.Action == PromiseAction.Reassign);
        Assert.DoesNotContain(asked.StaleSteps(null, Calendar, Terms), s => s.Action == PromiseAction.Reassign);
    }

    [Fact]
    public void The_mark_of_standing_still_goes_when_something_is_done()
    {
        var stale = Held().After(new TicketWentStale(NextMonday, "FlagStale:2026-11-30"));

        Assert.Equal(NextMonday, stale.StaleAt());
        Assert.Equal(NextMonday, stale.After(new AskerWrote(NextMonday.AddHours(1), "m1", "追記")).StaleAt());
        Assert.Null(stale.After(new NoteWritten(NextMonday.AddHours(1), "佐藤", "n1", "電話しました")).StaleAt());
        Assert.Null(stale.After(new AskedBack(NextMonday.AddHours(1), "佐藤", "q1", "?")).StaleAt());
    }

    private static PromiseStanding Standing(Ticket ticket, DateTimeOffset now) => ticket.Standing(now, Calendar, Terms)!;

    private static Ticket Held() => Opened(null).After(new TicketTaken(Tuesday, "佐藤"));

    private static Ticket Opened(DateOnly? promised) => Ticket.Replay(TicketNumber.Of(2026, 1), "c",
        [new TicketOpened(Tuesday, "相談", null, Language.Japanese), new TicketRouted(Tuesday, [], "Normal", 3, "窓口", null, [], promised)]);
}
