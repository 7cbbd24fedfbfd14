using MedtechBot.Answers;
using MedtechBot.Channels;

namespace MedtechBot.Consultations.Intake;

/// <summary>
/// Fills the form from a conversation: only what the asker wrote, in the asker's words or as the choice those words name. A field that
/// the conversation leaves open stays open. A pure function but for the form's new id.
/// </summary>
public static class IntakePrefill
{
    // A shorter message asking for a person says nothing of the matter itself.
    private const int ShortRequest = 24;

    /// <param name="answer">The last answer; null when nothing was answered.</param>
    /// <param name="questions">What the asker wrote so far, oldest first; the last one led here.</param>
    /// <param name="topic">What triage finds the matter to be about, or null.</param>
    public static IntakeDraft Of(Answer? answer, IReadOnlyList<string> questions, string? topic = null)
    {
        var form = answer?.Escalation == EscalationReason.Confidential
            ? new IntakeForm { Summary = ConfidentialMatter(answer.Language), Details = new IntakeDetails { IsConfidential = true, SharesTranscript = false } }
            : new IntakeForm { Summary = Matter(answer, questions, topic), Details = Details(answer, questions, topic) };
        return new IntakeDraft(RandomId.Next(), form,
            [.. IntakeInputs.All.Where(i => i.Kind != IntakeInputKind.Toggle && i.Get(form) is { Length: > 0 }).Select(i => i.Id)]);
    }

    private static IntakeDetails Details(Answer? answer, IReadOnlyList<string> questions, string? topic)
    {
        var language = answer?.Language ?? Language.Japanese;
        // What was said last counts.
        var said = questions.Reverse().Select(q => new StatedDetails(q)).ToList();
        return new IntakeDetails
        {
            Topics = topic is null ? [] : [topic],
            Wish = answer?.Escalation == EscalationReason.WorkForHire ? Wish.How : First(w => w.Wish),
            Form = First(w => w.Form),
            Stage = First(w => w.Stage),
            SupportType = First(w => w.SupportType),
            SupposedClass = FirstText(w => w.SupposedClass),
            Markets = FirstText(w => w.Markets(language)),
            Deadline = FirstText(w => w.Deadline),
            PublicFunding = FirstText(w => w.PublicFunding),
            Prefecture = FirstText(w => w.Prefecture),
        };

        T? First<T>(Func<StatedDetails, T?> find) where T : struct => said.Select(find).FirstOrDefault(found => found is not null);

        string? FirstText(Func<StatedDetails, string?> find) => said.Select(find).FirstOrDefault(found => found is not null);
    }

    private static string Matter(Answer? answer, IReadOnlyList<string> questions, string? topic)
    {
        if (questions.Count == 0)
        {
            return "";
        }
        var last = questions[^1];
        var isOnlyTheWish = answer?.Escalation == EscalationReason.AskedForPerson && last.Length <= ShortRequest;
        var matter = !isOnlyTheWish ? last
            : questions.Count > 1 ? questions[^2]
            : topic is null ? "" : last;
        return matter.Length <= IntakeForm.LongestSummary ? matter : matter[..IntakeForm.LongestSummary];
    }

    private static string ConfidentialMatter(Language language) => language == Language.English
        ? "[Confidential] I would like to consult about an unpublished invention or something confidential. I will tell the content after we have agreed on secrecy (NDA)."
        : "【秘密保持希望】未公開の発明や秘密の内容について相談したいです。内容は、秘密保持契約(NDA)など取り決めのあとでお伝えします。";
}
