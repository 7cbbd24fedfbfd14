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

    [Theory]
    [InlineData(ReferralStep.WishesConfirmed)]
    [InlineData(ReferralStep.CompanyInformed)]
    public void What_rests_on_consent_needs_a_word_on_how_it_was_given(ReferralStep step)
    {
        var ticket = Referred();
        foreach (var earlier in Enum.GetValues<ReferralStep>().Where(s => s > ReferralStep.Selected && s < step))
        {
            ticket = ticket.Happens(t => Advance(t, earlier));
        }
        Assert.Equal(RefusalReason.ConsentMissing, TicketRules.Advance(ticket, new ReferralAdvanced(Noon, Sato, "x", step, null)).Refused?.Reason);
        Assert.Null(Advance(ticket, step).Refused);
    }

    [Fact]
    public void The_asker_agrees_once_and_may_refuse_until_the_two_are_in_contact()
    {
        var agreed = Referred().Happens(t => Answer(t, true));
        Assert.Equal(ReferralStep.WishesConfirmed, agreed.Referrals[0].Step);
        Assert.Equal(TicketDecision.Nothing, Answer(agreed, true));

        var refused = agreed.Happens(t => Advance(t, ReferralStep.PassedOn)).Happens(t => Answer(t, false));
        Assert.Equal((TicketStatus.InProgress, "相談者が希望しない"), (refused.Status, refused.Referrals[0].CameToNothing));
        Assert.Equal(TicketDecision.Nothing, Answer(refused, false));
        Assert.Equal(RefusalReason.NotNow, Answer(refused, true).Refused?.Reason);
        Assert.Equal(RefusalReason.NotNow, AskerRules.AnswerReferral(agreed, new ReferralAnswered(Noon, "another", true)).Refused?.Reason);
    }

    [Fact]
    public void Nothing_is_passed_on_to_a_company_that_must_not_see_it()
    {
        var ticket = Taken() with { Details = new IntakeDetails { Competitors = "競合メディカル株式会社、Other Ltd." } };
        Assert.Equal(RefusalReason.NamedCompetitor, Refer(ticket, "x", "競合メディカル").Refused?.Reason);
        Assert.Equal(RefusalReason.NamedCompetitor, Refer(ticket, "x", "田中様(Other Ltd)").Refused?.Reason);
        Assert.Null(Refer(ticket, "x", "横浜市").Refused);
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

    private static TicketDecision Advance(Ticket ticket, ReferralStep step) => TicketRules.Advance(ticket, new ReferralAdvanced(Noon, Sato, "x", step, "電話で確認"));

    private static TicketDecision Answer(Ticket ticket, bool isWanted) => AskerRules.AnswerReferral(ticket, new ReferralAnswered(Noon, "x", isWanted));

    private static TicketDecision Decline(Ticket ticket, string? candidate) => TicketRules.Decline(ticket, new ReferralDeclined(Noon, Sato, "x", candidate, "競合品の取扱い"));
}
