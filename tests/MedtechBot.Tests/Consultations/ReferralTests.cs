using MedtechBot.Consultations;
using static MedtechBot.Tests.Consultations.Tickets;

namespace MedtechBot.Tests.Consultations;

public sealed class ReferralTests
{
    [Fact]
    public void A_referral_goes_through_its_nine_steps_and_leads_back_to_the_holder()
    {
        var ticket = Referred();
        foreach (var step in Enum.GetValues<ReferralStep>().Skip(1))
        {
            Assert.Equal(TicketStatus.Referred, ticket.Status);
            ticket = ticket.Happens(t => Advance(t, step));
            Assert.Equal(step, ticket.Referrals[0].Step);
        }
        Assert.Equal(TicketStatus.InProgress, ticket.Status);
        Assert.False(ticket.Referrals[0].IsOpen);
    }

    [Fact]
    public void No_step_is_left_out_and_the_same_one_twice_is_nothing_new()
    {
        var ticket = Referred();
        Assert.Equal(RefusalReason.NotNow, Advance(ticket, ReferralStep.PassedOn).Refused?.Reason);
        Assert.Equal(RefusalReason.NotNow, TicketRules.Advance(ticket, new ReferralAdvanced(Noon, Sato, "another", ReferralStep.WishesConfirmed, null)).Refused?.Reason);
        Assert.Equal(TicketDecision.Nothing, Advance(ticket, ReferralStep.Selected));
    }

    [Fact]
    public void A_candidate_who_declines_has_the_search_begin_again()
    {
        var ticket = Referred();
        Assert.Equal(RefusalReason.NotNow, Decline(ticket, "A社").Refused?.Reason);
        foreach (var step in new[] { ReferralStep.WishesConfirmed, ReferralStep.PassedOn, ReferralStep.CandidatesSought, ReferralStep.CandidatesInformed })
        {
            ticket = ticket.Happens(t => Advance(t, step));
        }
        ticket = ticket.Happens(t => Decline(t, "A社"));
        Assert.Equal((ReferralStep.CandidatesSought, ("A社", "競合品の取扱い")), (ticket.Referrals[0].Step, ticket.Referrals[0].Declined[0]));
        Assert.Equal(TicketDecision.Nothing, Decline(ticket, "A社"));
    }

    [Fact]
    public void A_referral_that_came_to_nothing_leads_back_to_the_holder()
    {
        var ticket = Referred().Happens(t => Decline(t, null));
        Assert.Equal(TicketStatus.InProgress, ticket.Status);
        Assert.Equal("競合品の取扱い", ticket.Referrals[0].CameToNothing);
    }

    [Fact]
    public void Two_referrals_at_once_go_to_different_places()
    {
        var ticket = Referred();
        Assert.Equal(RefusalReason.NotNow, Refer(ticket, "again", "横浜市").Refused?.Reason);
        ticket = ticket.Happens(t => Refer(t, "another", "神戸市")).Happens(t => Decline(t, null));
        Assert.Equal(TicketStatus.Referred, ticket.Status);
    }

    private static Ticket Referred() => Taken().Happens(t => Refer(t, "x", "横浜市"));

    private static TicketDecision Refer(Ticket ticket, string id, string to) => TicketRules.Refer(ticket, new TicketReferred(Noon, Sato, id, to, "現地の販路を知っているため"), ticket.Version);

    private static TicketDecision Advance(Ticket ticket, ReferralStep step) => TicketRules.Advance(ticket, new ReferralAdvanced(Noon, Sato, "x", step, null));

    private static TicketDecision Decline(Ticket ticket, string? candidate) => TicketRules.Decline(ticket, new ReferralDeclined(Noon, Sato, "x", candidate, "競合品の取扱い"));
}
