using MedtechBot.Answers;
using MedtechBot.Consultations;

namespace MedtechBot.Tests.Consultations;

public sealed class TicketRulesTests
{
    private const string Sato = "佐藤";
    private const string Suzuki = "鈴木";
    private static readonly DateTimeOffset Noon = new(2026, 4, 1, 12, 0, 0, TimeSpan.FromHours(9));

    [Fact]
    public void A_ticket_goes_from_received_over_in_progress_and_answered_to_completed()
    {
        var ticket = Opened();
        Assert.Equal((TicketStatus.Received, null), (ticket.Status, ticket.Holder));
        ticket = Happening(ticket, TicketRules.Take(ticket, Sato, Noon));
        Assert.Equal((TicketStatus.InProgress, Sato), (ticket.Status, ticket.Holder));
        ticket = Happening(ticket, TicketRules.Reply(ticket, Sato, "r1", "回答", ticket.Version, Noon));
        Assert.Equal((TicketStatus.Answered, Sato), (ticket.Status, ticket.Holder));
        ticket = Happening(ticket, TicketRules.Close(ticket, Sato, ticket.Version, Noon));
        Assert.Equal((TicketStatus.Completed, Sato, 4), (ticket.Status, ticket.Holder, ticket.Version));
    }

    [Fact]
    public void What_another_holds_is_refused_with_their_name()
    {
        var taken = Taken(Sato);
        var held = new Refusal(RefusalReason.HeldByOther, Sato);
        Assert.Equal(held, TicketRules.Take(taken, Suzuki, Noon).Refused);
        Assert.Equal(held, TicketRules.Reply(taken, Suzuki, "r1", "回答", taken.Version, Noon).Refused);
        Assert.Equal(held, TicketRules.Close(taken, Suzuki, taken.Version, Noon).Refused);
    }

    [Fact]
    public void Nobody_answers_or_closes_what_nobody_has_taken()
    {
        var ticket = Opened();
        Assert.Equal(RefusalReason.NotTaken, TicketRules.Reply(ticket, Sato, "r1", "回答", ticket.Version, Noon).Refused?.Reason);
        Assert.Equal(RefusalReason.NotTaken, TicketRules.Close(ticket, Sato, ticket.Version, Noon).Refused?.Reason);
    }

    [Fact]
    public void A_form_filled_in_on_an_older_version_is_refused()
    {
        var taken = Taken(Sato);
        Assert.Equal(RefusalReason.ChangedMeanwhile, TicketRules.Reply(taken, Sato, "r1", "回答", taken.Version - 1, Noon).Refused?.Reason);
        Assert.Equal(RefusalReason.ChangedMeanwhile, TicketRules.Close(taken, Sato, taken.Version - 1, Noon).Refused?.Reason);
    }

    [Fact]
    public void Doing_what_is_done_changes_nothing_and_is_no_error()
    {
        var taken = Taken(Sato);
        Assert.Equal(TicketDecision.Nothing, TicketRules.Take(taken, Sato, Noon));
        var answered = Happening(taken, TicketRules.Reply(taken, Sato, "r1", "回答", taken.Version, Noon));
        Assert.Equal(TicketDecision.Nothing, TicketRules.Reply(answered, Sato, "r1", "回答", taken.Version, Noon));
        var closed = Happening(answered, TicketRules.Close(answered, Sato, answered.Version, Noon));
        Assert.Equal(TicketDecision.Nothing, TicketRules.Close(closed, Sato, answered.Version, Noon));
    }

    [Fact]
    public void Nothing_happens_to_a_completed_ticket()
    {
        var taken = Taken(Sato);
        var closed = Happening(taken, TicketRules.Close(taken, Sato, taken.Version, Noon));
        Assert.Equal(RefusalReason.Completed, TicketRules.Take(closed, Suzuki, Noon).Refused?.Reason);
        Assert.Equal(RefusalReason.Completed, TicketRules.Take(closed, Sato, Noon).Refused?.Reason);
        Assert.Equal(RefusalReason.Completed, TicketRules.Reply(closed, Sato, "r2", "追伸", closed.Version, Noon).Refused?.Reason);
        Assert.Equal(RefusalReason.Completed, TicketRules.Close(closed, Suzuki, closed.Version, Noon).Refused?.Reason);
    }

    [Fact]
    public void A_history_that_does_not_begin_with_opening_is_none() =>
        Assert.Throws<ArgumentException>(() => Ticket.Replay(TicketNumber.Of(2026, 1), "c", [new TicketTaken(Noon, Sato)]));

    private static Ticket Opened() =>
        Ticket.Replay(TicketNumber.Of(2026, 1), "c", [new TicketOpened(Noon, "相談", null, Language.Japanese)]);

    private static Ticket Taken(string by) => Happening(Opened(), TicketRules.Take(Opened(), by, Noon));

    private static Ticket Happening(Ticket ticket, TicketDecision decision) => ticket.After(decision.Happens!);
}
