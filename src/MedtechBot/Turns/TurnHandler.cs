using MedtechBot.Answers;
using MedtechBot.Knowledge;

namespace MedtechBot.Turns;

/// <summary>Answers one turn: guards, understanding, search, composing, checking, deciding whether a person is needed.</summary>
public sealed class TurnHandler(Func<KnowledgeSnapshot> knowledge)
{
    public ValueTask<TurnOutcome> HandleAsync(Turn turn, CancellationToken cancellation = default)
    {
        cancellation.ThrowIfCancellationRequested();
        var hits = knowledge().Search.Search(turn.Question, 3);
        var answer = QuotingComposer.Compose(hits, turn.Language ?? Language.Japanese);
        var passages = hits.Select(h => h.Passage.Id).ToList();
        return ValueTask.FromResult(new TurnOutcome(answer, new PastTurn(turn.Question, turn.Question, passages, answer.Outcome)));
    }
}
