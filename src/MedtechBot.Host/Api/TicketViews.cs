using System.Text.Json;
using MedtechBot.Answers;
using MedtechBot.Consultations;
using MedtechBot.Consultations.Promises;
using MedtechBot.Coordination;
using MedtechBot.Host.Desk;
using MedtechBot.People;

namespace MedtechBot.Host.Api;

/// <summary>Tickets as programs see them, each as much as its key may see.</summary>
internal sealed class TicketViews(Func<DeskRules> rules, PromiseTerms terms, TimeProvider time)
{
    public ApiAnswer Answer(Ticket ticket, Person person, int status = StatusCodes.Status200OK, string? made = null)
    {
        var number = ticket.Number.Value;
        return ApiAnswer.Of(status, Of(ticket, person)) with { Ticket = number, Location = made is null ? null : $"{TicketLinks.Of(number).Self}#{made}" };
    }

    public static TicketLineJson Of(TicketLine line)
    {
        var row = line.Row;
        return new TicketLineJson
        {
            Number = row.Number,
            Status = row.Status.Code(),
            StatusName = DeskWords.Of(row.Status),
            Headline = line.Headline,
            Confidential = row.IsConfidential,
            Topic = row.Topic,
            Urgency = Kebab(row.Urgency),
            Desk = row.Desk,
            Region = row.Region,
            Holder = row.Holder,
            Due = row.DueAt,
            Outcome = row.Outcome?.Code(),
            OpenedAt = row.OpenedAt,
            ChangedAt = row.ChangedAt,
            ClosedAt = row.ClosedAt,
            Links = TicketLinks.Of(row.Number),
        };
    }

    private TicketJson Of(Ticket ticket, Person person)
    {
        var isReadable = person.AsReader().SightOf(ticket) == TicketSight.Full;
        var promise = ticket.Standing(time.GetUtcNow(), rules().Calendar, terms);
        return new TicketJson
        {
            Number = ticket.Number.Value,
            Version = ticket.Version,
            Status = ticket.Status.Code(),
            StatusName = DeskWords.Of(ticket.Status),
            Readable = isReadable,
            Confidential = ticket.Details.IsConfidential,
            Summary = isReadable ? ticket.Summary : null,
            Language = ticket.Language == Language.English ? "en" : "ja",
            Email = isReadable && person.May(Role.Coordinator) ? ticket.Email : null,
            Details = isReadable ? Of(ticket.Details) : null,
            Route = ticket.Route is { } r ? new RouteJson(r.Topics, Kebab(r.Urgency)!, r.ReplyDays, r.Desk, r.Region, isReadable ? r.Reasons : []) : null,
            Holder = ticket.Holder,
            Due = promise is { State: PromiseState.OnTime or PromiseState.DueSoon or PromiseState.Overdue } ? promise.DueAt : null,
            Promise = promise is null ? null : Kebab(promise.State),
            Outcome = ticket.Outcome?.Code(),
            OpenedAt = ticket.OpenedAt,
            FirstReplyAt = ticket.FirstReplyAt,
            ClosedAt = ticket.ClosedAt,
            SharedWith = ticket.SharedWith,
            Referrals = isReadable ? [.. ticket.Referrals.Select(Of)] : [],
            Thread = isReadable ? ThreadItems.Of(ticket) : [],
            Links = TicketLinks.Of(ticket.Number.Value),
        };
    }

    private static DetailsJson Of(IntakeDetails d) => new(
        d.Topics, Kebab(d.Wish), d.Product, d.IntendedUse, d.Principle, Kebab(d.Form), d.Stage, d.SupportType, d.SupposedClass,
        d.Markets, d.Filing, d.Inventors, d.TrialPhase, d.TrialSite, d.ReimbursementCategory, d.Comparator, d.FundingSoFar, d.Competitors,
        d.EarlierConsultations, d.Deadline, d.PublicFunding, d.Prefecture, d.Organisation, d.Name, d.SharesTranscript);

    private static ReferralJson Of(Referral r) => new(
        r.Id, r.To, r.Reason, (int)r.Step, DeskWords.Of(r.Step), r.IsOpen, r.CameToNothing, [.. r.Declined.Select(d => new DeclinedJson(d.Candidate, d.Reason))]);

    private static string? Kebab(object? value) => value is null ? null : JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString()!);
}
