using MedtechBot.Consultations;

namespace MedtechBot.Host.Api;

/// <summary>Why the rules of tickets refuse something, for programs.</summary>
internal static class ApiRefusal
{
    private const string Title = "The ticket does not allow this now";

    public static ApiAnswer Of(Refusal refused) => refused.Reason switch
    {
        RefusalReason.HeldByOther => Because("held-by-other", $"{refused.Holder} is in charge of this ticket.", refused),
        RefusalReason.NotTaken => Because("not-taken", "Nobody is in charge of this ticket: take it first.", refused),
        RefusalReason.Completed => Because("completed", "The ticket is closed: reopen it first.", refused),
        RefusalReason.ConsentMissing => Because("consent-missing", "This step rests on a consent: say in the note who gave it, when and how.", refused),
        RefusalReason.NamedCompetitor => Because("named-competitor", "The asker named them among those who must not see the matter.", refused),
        RefusalReason.TooLate => Because("too-late", "The ticket was closed too long ago.", refused),
        RefusalReason.NoReplyYet => Because("no-reply-yet", "Nothing was written to the asker yet that the ticket could end with: reply or refer first, or close with another outcome.", refused),
        RefusalReason.ChangedMeanwhile => Because("changed-meanwhile", "The ticket has changed meanwhile: read it again.", refused),
        _ => Because("not-now", "From where the ticket stands this is no next step, for example since it is being referred there already.", refused),
    };

    private static ApiAnswer Because(string code, string detail, Refusal refused) =>
        ApiProblem.Answer(StatusCodes.Status409Conflict, code, Title, detail, refused.Holder);
}
