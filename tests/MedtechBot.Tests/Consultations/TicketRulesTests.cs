using MedtechBot.Consultations;
using static MedtechBot.Tests.Consultations.Tickets;

namespace MedtechBot.Tests.Consultations;

public sealed class TicketRulesTests
{
    [Fact]
    public void A_ticket_goes_from_received_over_checking_in_progress_and_answered_to_completed()
    {
        var ticket = Opened();
        Assert.Equal((TicketStatus.Received, null), (ticket.Status, ticket.Holder));
        ticket = ticket.Happens(t => TicketRules.StartCheck(t, Suzuki, Noon));
        Assert.Equal((TicketStatus.Checking, null), (ticket.Status, ticket.Holder));
        ticket = ticket.Happens(t => TicketRules.Take(t, Sato, Noon));
        Assert.Equal((TicketStatus.InProgress, Sato), (ticket.Status, ticket.Holder));
        ticket = ticket.Happens(t => Reply(t, Sato, "r1"));
        Assert.Equal((TicketStatus.Answered, Sato, Noon), (ticket.Status, ticket.Holder, ticket.FirstReplyAt));
        ticket = ticket.Happens(t => Close(t, Sato));
        Assert.Equal((TicketStatus.Completed, TicketOutcome.Answered, Noon, 5), (ticket.Status, ticket.Outcome, ticket.ClosedAt, ticket.Version));
    }

    [Fact]
    public void Asking_back_waits_for_the_asker_whose_words_have_it_go_on()
    {
        var waiting = Taken().Happens(t => AskBack(t, Sato, "q1"));
        Assert.Equal((TicketStatus.Waiting, null), (waiting.Status, waiting.FirstReplyAt));
        Assert.Equal(TicketStatus.InProgress, waiting.Happens(t => Write(t, "m1")).Status);
        Assert.Equal(TicketStatus.InProgress, Answered().Happens(t => Write(t, "m1")).Status);
    }

    [Fact]
    public void What_another_holds_is_refused_with_their_name()
    {
        var taken = Taken();
        var held = new Refusal(RefusalReason.HeldByOther, Sato);
        TicketDecision[] tried =
        [
            TicketRules.Take(taken, Suzuki, Noon), Reply(taken, Suzuki, "r1"), AskBack(taken, Suzuki, "q1"), Close(taken, Suzuki),
            TicketRules.Release(taken, Suzuki, Noon), TicketRules.Share(taken, Suzuki, "専門家", Noon),
            TicketRules.Refer(taken, new TicketReferred(Noon, Suzuki, "x", "横浜市", "販路"), taken.Version),
        ];
        Assert.All(tried, t => Assert.Equal(held, t.Refused));
    }

    [Fact]
    public void Nobody_answers_or_closes_what_nobody_has_taken()
    {
        var ticket = Opened();
        Assert.All([Reply(ticket, Sato, "r1"), AskBack(ticket, Sato, "q1"), Close(ticket, Sato)], t => Assert.Equal(RefusalReason.NotTaken, t.Refused?.Reason));
    }

    [Fact]
    public void A_form_filled_in_on_an_older_version_is_refused_and_one_without_a_version_is_not()
    {
        var taken = Taken();
        Assert.Equal(RefusalReason.ChangedMeanwhile, Reply(taken, Sato, "r1", taken.Version - 1).Refused?.Reason);
        Assert.Equal(RefusalReason.ChangedMeanwhile, Close(taken, Sato, seen: taken.Version - 1).Refused?.Reason);
        Assert.NotNull(TicketRules.Close(taken, Sato, TicketOutcome.NoReply, null, Noon).Happens);
    }

    [Theory]
    [InlineData(TicketOutcome.Answered, false, false)]
    [InlineData(TicketOutcome.Introduced, false, true)]
    [InlineData(TicketOutcome.Referred, false, true)]
    [InlineData(TicketOutcome.OutOfScope, true, true)]
    [InlineData(TicketOutcome.NoReply, true, true)]
    [InlineData(TicketOutcome.Duplicate, true, true)]
    public void A_ticket_ends_only_as_what_the_asker_was_told_of(TicketOutcome outcome, bool untold, bool referred)
    {
        var taken = Taken();
        var passedOn = taken.Happens(t => TicketRules.Refer(t, new TicketReferred(Noon, Sato, "x", "大阪", "試作"), null));
        Assert.Equal(untold ? null : RefusalReason.NoReplyYet, Close(taken, Sato, outcome).Refused?.Reason);
        Assert.Equal(referred ? null : RefusalReason.NoReplyYet, Close(passedOn, Sato, outcome).Refused?.Reason);
        Assert.NotNull(Close(Answered(), Sato, outcome).Happens);
        Assert.Equal(untold, TicketRules.CanEndAs(taken, outcome));
    }

    [Fact]
    public void Doing_what_is_done_changes_nothing_and_is_no_error()
    {
        var (taken, answered, closed) = (Taken(), Answered(), Closed());
        TicketDecision[] again =
        [
            TicketRules.Take(taken, Sato, Noon), TicketRules.Assign(taken, Suzuki, Sato, Noon), Reply(answered, Sato, "r1", 1), Close(closed, Sato, seen: 1),
            TicketRules.Release(Opened(), Sato, Noon), TicketRules.Reopen(taken, Sato, null, Noon),
        ];
        Assert.All(again, d => Assert.Equal(TicketDecision.Nothing, d));
    }

    [Fact]
    public void A_closed_ticket_takes_notes_and_goes_on_once_it_is_reopened_but_nothing_else()
    {
        var closed = Closed();
        TicketDecision[] tried = [TicketRules.Take(closed, Suzuki, Noon), Reply(closed, Sato, "r2"), AskBack(closed, Sato, "q2"), Close(closed, Suzuki), TicketRules.Assign(closed, Sato, Suzuki, Noon)];
        Assert.All(tried, t => Assert.Equal(RefusalReason.Completed, t.Refused?.Reason));
        Assert.Equal(TicketStatus.Completed, closed.Happens(t => TicketRules.Note(t, new NoteWritten(Noon, Suzuki, "n1", "メモ"))).Status);
        var reopened = closed.Happens(t => TicketRules.Reopen(t, Suzuki, "間違い", Noon));
        Assert.Equal((TicketStatus.InProgress, Sato, null), (reopened.Status, reopened.Holder, reopened.Outcome));
    }

    [Fact]
    public void What_does_not_belong_here_ends_as_out_of_scope()
    {
        var closed = Taken().Happens(t => Close(t, Sato, TicketOutcome.OutOfScope));
        Assert.Equal((TicketStatus.OutOfScope, true), (closed.Status, closed.IsClosed));
    }

    [Fact]
    public void A_ticket_can_be_handed_over_and_let_go()
    {
        var handed = Taken().Happens(t => TicketRules.Assign(t, Suzuki, Suzuki, Noon));
        Assert.Equal((TicketStatus.InProgress, Suzuki), (handed.Status, handed.Holder));
        var free = handed.Happens(t => TicketRules.Release(t, null, Noon));
        Assert.Equal((TicketStatus.Received, null), (free.Status, free.Holder));
        Assert.Equal(Suzuki, Assert.IsType<TicketReleased>(free.History[^1]).From);
    }

    [Fact]
    public void A_history_that_does_not_begin_with_opening_is_none() =>
        Assert.Throws<ArgumentException>(() => Ticket.Replay(TicketNumber.Of(2026, 1), "c", [new TicketTaken(Noon, Sato)]));

    [Fact]
    public void What_was_written_before_there_were_outcomes_and_details_is_still_read()
    {
        var opened = new TicketEventRow { Number = "C-2026-0001", Sequence = 1, At = Noon, Content = """{"$type":"opened","summary":"相談","email":null,"language":"Japanese","at":"2026-04-01T12:00:00+09:00"}""" };
        var closed = new TicketEventRow { Number = "C-2026-0001", Sequence = 2, At = Noon, Content = """{"$type":"closed","by":"佐藤","at":"2026-04-01T12:00:00+09:00"}""" };
        var ticket = Ticket.Replay(TicketNumber.Of(2026, 1), "c", [opened.Read(), closed.Read()]);
        Assert.Equal((TicketStatus.Completed, TicketOutcome.Answered, false), (ticket.Status, ticket.Outcome, ticket.Details.IsConfidential));
    }
}
