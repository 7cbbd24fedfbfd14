using System.Diagnostics;
using MedtechBot.Answers;
using MedtechBot.Knowledge;
using MedtechBot.Turns;

namespace MedtechBot.Host.Evaluation;

/// <summary>A question as it was answered.</summary>
/// <param name="StrayNumbers">Numbers of the answer that stand neither in a quote nor in the English gist of a cited passage.</param>
internal sealed record PlayedItem(GoldenItem Item, Answer Answer, bool CitationsHold, IReadOnlyList<string> StrayNumbers, double Ms)
{
    public string Action => (Answer.Outcome, Answer.Caveat) switch
    {
        (OutcomeKind.Answered, false) => "answer",
        (OutcomeKind.Answered, true) => "answer_caveat",
        (OutcomeKind.Clarified, _) => "clarify",
        (OutcomeKind.Escalated, _) => "escalate",
        _ => "refuse",
    };

    public IReadOnlyList<string> Cited => [.. Answer.Citations.Select(c => c.Id.Value)];

    public bool IsRight(bool lenient = true) => AnswerScore.IsRight(Item, Action, Answer.Text, Cited, lenient);

    public object ToLine() => new
    {
        Item.Id,
        Action,
        Answer.Text,
        Citations = Answer.Citations.Select(c => new { Id = c.Id.Value, c.Quote, c.Section }),
        Ms,
    };
}

/// <summary>Plays each group of questions as one conversation, in order.</summary>
internal static class AnswerEvaluation
{
    private const int RememberedTurns = 6;

    public static async Task<IReadOnlyList<PlayedItem>> PlayAsync(IReadOnlyList<GoldenItem> items, KnowledgeIndex index, CancellationToken cancellation)
    {
        var handler = new TurnHandler(() => index.Current);
        foreach (var item in items.Take(20))
        {
            await handler.HandleAsync(new Turn(item.Question, []), cancellation);
        }
        var played = new List<PlayedItem>();
        foreach (var conversation in items.GroupBy(item => item.Group.Length > 0 ? "group " + item.Group : "item " + item.Id))
        {
            var past = new List<PastTurn>();
            foreach (var item in conversation.OrderBy(item => item.Turn))
            {
                var started = Stopwatch.GetTimestamp();
                var outcome = await handler.HandleAsync(new Turn(item.Question, [.. past.TakeLast(RememberedTurns)]), cancellation);
                var elapsed = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
                past.Add(outcome.Remembered);
                played.Add(new PlayedItem(item, outcome.Answer, CitationCheck.Holds(outcome.Answer, index.Current), NumberCheck.Stray(outcome.Answer, index.Current), elapsed));
            }
        }
        return played;
    }
}
