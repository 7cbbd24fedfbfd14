using MedtechBot.Answers;
using MedtechBot.Knowledge;

namespace MedtechBot.Turns;

/// <summary>Answers one turn. Reads top to bottom: guards, understanding, search and composing, deciding whether a person is needed.</summary>
public sealed class TurnHandler(Func<KnowledgeSnapshot> knowledge, TimeProvider? time = null)
{
    public ValueTask<TurnOutcome> HandleAsync(Turn turn, CancellationToken cancellation = default)
    {
        cancellation.ThrowIfCancellationRequested();
        var current = knowledge();
        var question = Understanding.Of(turn, current, JapaneseDay.Today(time ?? TimeProvider.System));
        var guard = Guards.Check(turn.Question);

        var answer = guard switch
        {
            { Kind: GuardKind.Decline } => Replies.Decline(guard, question.Language),
            { Kind: GuardKind.Person } => Replies.Escalate(guard, question.Language, General(question, guard, current)),
            _ => Clarification.For(turn, question) ?? AnswerComposer.Compose(question, current) ?? Replies.LittleEvidence(question, current),
        };

        var remembered = new PastTurn(turn.Question, question.Text, [.. answer.Citations.Select(c => c.Id)], answer.Outcome);
        return ValueTask.FromResult(new TurnOutcome(answer, remembered));
    }

    /// <summary>What the sources say in general beside a matter that a person must judge.</summary>
    private static Answer? General(Question question, Guard guard, KnowledgeSnapshot current) =>
        guard.GeneralQuestion is null ? null : AnswerComposer.Compose(question.About(guard.GeneralQuestion, current), current);
}
