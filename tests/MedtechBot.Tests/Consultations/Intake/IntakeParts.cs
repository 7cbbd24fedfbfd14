using MedtechBot.Consultations;
using MedtechBot.Consultations.Intake;
using MedtechBot.Consultations.Promises;
using MedtechBot.Consultations.Routing;
using MedtechBot.Storage;
using MedtechBot.Tests.Knowledge;
using Microsoft.EntityFrameworkCore;

namespace MedtechBot.Tests.Consultations.Intake;

/// <summary>The form's parts over a database, with the topics that the product is delivered with.</summary>
internal sealed class IntakeParts
{
    public static readonly DeskRules Rules = DeskRules.Fallback with
    {
        Routing = RoutingRules.Fallback with
        {
            Topics =
            [
                new RoutingTopic("regulatory", "薬事", "Regulation", "general"), new RoutingTopic("ip", "知財", "Intellectual property", "general"),
                new RoutingTopic("clinical", "治験・臨床研究", "Clinical trials", "general"), new RoutingTopic("other", "その他", "Other", "general"),
            ],
        },
    };

    public IntakeParts(IDbContextFactory<MedtechBotContext> database, TimeProvider? time = null)
    {
        time ??= TimeProvider.System;
        Drafts = new IntakeDrafts(database, time);
        Offer = new OfferIntake(Drafts, () => Rules, () => ProductKnowledge.Current, time);
        var triage = new DeskTriage(() => Rules, () => ProductKnowledge.Current, new PromiseTerms());
        Submission = new IntakeSubmission(new OpenTicket(database, time, triage: triage), new TicketStore(database, time), Drafts, Offer, () => Rules, triage);
    }

    public IntakeDrafts Drafts { get; }

    public OfferIntake Offer { get; }

    public IntakeSubmission Submission { get; }
}
