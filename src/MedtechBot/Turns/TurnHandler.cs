using MedtechBot.Answers;
using MedtechBot.Answers.Finders;
using MedtechBot.Knowledge;
using MedtechBot.PersonalData;
using MedtechBot.Turns.Limits;

namespace MedtechBot.Turns;

/// <summary>Answers one turn. Reads top to bottom: limits, understanding, search and composing, deciding whether a person is needed.</summary>
public sealed class TurnHandler(Func<KnowledgeSnapshot> knowledge, TimeProvider? time = null)
{
    public async ValueTask<TurnOutcome> HandleAsync(Turn turn, CancellationToken cancellation = default)
    {
        cancellation.ThrowIfCancellationRequested();
        var current = knowledge();
        var screened = turn.Screened ?? Screened.Of(turn.Question);
        turn = turn with { Question = screened.Text };
        var question = Understanding.Of(turn, current, JapaneseDay.Today(time ?? TimeProvider.System));
        if (screened.Limit is null && !screened.Found.HasFlag(PersonalDataKinds.Patient))
        {
            await current.Search.ReadyAsync([question.Text, .. question.Parts.Select(part => part.Text)], cancellation).ConfigureAwait(false);
        }

        var answer = screened switch
        {
            { Limit: { } limit } => Replies.AtLimit(limit, question.Language, General(question, limit, current)),
            { Found: var found } when found.HasFlag(PersonalDataKinds.Patient) => Replies.AtLimit(LimitBook.PatientData, question.Language, AnswerComposer.Compose(question, current)),
            _ => Finders.Find(question, current) ?? Clarification.For(turn, question) ?? AnswerComposer.Compose(question, current) ?? Replies.LittleEvidence(question, current),
        };
        if (question.ReadAs.Count > 0 && answer.Outcome == OutcomeKind.Answered)
        {
            answer = answer.WithReadingNote(question.ReadAs);
        }
        if (screened.Found != PersonalDataKinds.None && answer.Escalation != EscalationReason.PatientData)
        {
            answer = answer.WithPrivacyNote();
        }

        var remembered = new PastTurn(turn.Question, screened.IsWithheld ? "" : question.Text, [.. answer.Citations.Select(c => c.Id)], answer.Outcome);
        return new TurnOutcome(answer, remembered);
    }

    /// <summary>What the sources say in general beside a matter that a person must judge.</summary>
    private static Answer? General(Question question, Limit limit, KnowledgeSnapshot current) =>
        limit.General is null ? null : AnswerComposer.Compose(question.About(limit.General, current), current);
}
