using MedtechBot.Consultations;
using static MedtechBot.Tests.Consultations.Tickets;

namespace MedtechBot.Tests.Consultations;

public sealed class AskerRulesTests
{
    [Fact]
    public void The_same_message_is_taken_in_once()
    {
        var written = Answered().Happens(t => Write(t, "m1"));
        Assert.Equal(TicketDecision.Nothing, Write(written, "m1"));
        Assert.NotNull(Write(written, "m2").Happens);
    }

    [Fact]
    public void Writing_to_a_closed_ticket_opens_it_again_but_not_after_months()
    {
        Assert.Equal(TicketStatus.InProgress, Closed().Happens(t => Write(t, "m1", Noon.AddDays(59))).Status);
        Assert.Equal(RefusalReason.TooLate, Write(Closed(), "m1", Noon.AddDays(61)).Refused?.Reason);
    }

    [Fact]
    public void Withdrawing_closes_it_once()
    {
        var withdrawn = Opened().Happens(t => AskerRules.Withdraw(t, Noon));
        Assert.Equal((TicketStatus.Completed, TicketOutcome.Withdrawn), (withdrawn.Status, withdrawn.Outcome));
        Assert.Equal(TicketDecision.Nothing, AskerRules.Withdraw(withdrawn, Noon));
        Assert.Equal(RefusalReason.Completed, AskerRules.Withdraw(Closed(), Noon).Refused?.Reason);
    }

    [Fact]
    public void Solved_closes_and_not_solved_goes_on()
    {
        Assert.Equal(TicketStatus.Completed, Answered().Happens(t => AskerRules.Confirm(t, true, Noon)).Status);
        Assert.Equal(TicketStatus.InProgress, Closed().Happens(t => AskerRules.Confirm(t, false, Noon)).Status);
        Assert.Equal(RefusalReason.NotNow, AskerRules.Confirm(Taken(), true, Noon).Refused?.Reason);
    }

    [Theory]
    [InlineData(TicketOutcome.OutOfScope)]
    [InlineData(TicketOutcome.Duplicate)]
    [InlineData(TicketOutcome.NoReply)]
    public void What_was_closed_without_a_reply_can_be_called_unsolved_and_rated(TicketOutcome outcome)
    {
        var closed = Taken().Happens(t => Close(t, Sato, outcome));
        Assert.Equal(TicketStatus.InProgress, closed.Happens(t => AskerRules.Confirm(t, false, Noon)).Status);
        Assert.NotNull(AskerRules.Rate(closed, 2, null, Noon).Happens);
        var withdrawn = Taken().Happens(t => AskerRules.Withdraw(t, Noon));
        Assert.Equal((RefusalReason.NotNow, RefusalReason.NotNow), (AskerRules.Confirm(withdrawn, false, Noon).Refused?.Reason, AskerRules.Rate(withdrawn, 2, null, Noon).Refused?.Reason));
    }

    [Fact]
    public void Only_what_was_answered_is_rated_with_one_to_five_stars()
    {
        Assert.Equal(RefusalReason.NotNow, AskerRules.Rate(Taken(), 5, null, Noon).Refused?.Reason);
        Assert.Equal(4, Assert.IsType<TicketRated>(AskerRules.Rate(Closed(), 4, "助かりました", Noon).Happens).Stars);
        Assert.Throws<ArgumentOutOfRangeException>(() => AskerRules.Rate(Closed(), 0, null, Noon));
        Assert.Throws<ArgumentOutOfRangeException>(() => AskerRules.Rate(Closed(), 6, null, Noon));
    }
}
