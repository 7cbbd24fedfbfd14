using MedtechBot.Consultations;
using static MedtechBot.Tests.Consultations.Tickets;

namespace MedtechBot.Tests.Consultations;

public sealed class ReaderRulesTests
{
    private const string Expert = "専門家";

    [Fact]
    public void A_share_is_taken_back_also_after_closing_and_can_be_given_again()
    {
        var shared = Answered().Happens(t => TicketRules.Share(t, Sato, Expert, Noon));
        Assert.Equal(TicketSight.Full, new TicketReader(Expert, TicketReach.Shared).SightOf(shared));

        var closed = shared.Happens(t => Close(t, Sato)).Happens(t => ReaderRules.Unshare(t, Sato, Expert, Noon));

        Assert.Equal(TicketSight.None, new TicketReader(Expert, TicketReach.Shared).SightOf(closed));
        Assert.True(closed.IsClosed);
        Assert.Equal(TicketDecision.Nothing, ReaderRules.Unshare(closed, Sato, Expert, Noon));
        var again = shared.Happens(t => ReaderRules.Unshare(t, Sato, Expert, Noon)).Happens(t => TicketRules.Share(t, Sato, Expert, Noon));
        Assert.Equal([Expert], again.SharedWith);
    }

    [Fact]
    public void Asker_and_holder_make_a_ticket_confidential_at_any_time_and_once()
    {
        foreach (var by in new[] { null, Sato })
        {
            var secret = Closed().Happens(t => ReaderRules.MarkConfidential(t, by, Noon));
            Assert.Equal(TicketSight.Outline, new TicketReader(Suzuki, TicketReach.Desk).SightOf(secret));
            Assert.Equal(TicketStatus.Completed, secret.Status);
            Assert.Equal(TicketDecision.Nothing, ReaderRules.MarkConfidential(secret, null, Noon));
        }
        Assert.Equal(TicketDecision.Nothing, ReaderRules.MarkConfidential(Opened(new IntakeDetails { IsConfidential = true }), Sato, Noon));
    }

    [Fact]
    public void The_address_is_put_right_or_taken_back()
    {
        var right = Answered().Happens(t => ReaderRules.ChangeEmail(t, Sato, "right@example.jp", Noon));
        Assert.Equal("right@example.jp", right.Email);
        Assert.Equal(TicketDecision.Nothing, ReaderRules.ChangeEmail(right, null, "right@example.jp", Noon));
        Assert.Null(right.Happens(t => ReaderRules.ChangeEmail(t, null, null, Noon)).Email);
    }

    [Fact]
    public void What_somebody_else_holds_stays_theirs()
    {
        var shared = Taken().Happens(t => TicketRules.Share(t, Sato, Expert, Noon));
        TicketDecision[] tried = [ReaderRules.Unshare(shared, Suzuki, Expert, Noon), ReaderRules.MarkConfidential(shared, Suzuki, Noon), ReaderRules.ChangeEmail(shared, Suzuki, "x@example.jp", Noon)];
        Assert.All(tried, t => Assert.Equal(new Refusal(RefusalReason.HeldByOther, Sato), t.Refused));
    }
}
