namespace MedtechBot.Host.Evaluation;

/// <summary>How many of how many.</summary>
public sealed record Share(int Good, int Of)
{
    public double Percent => Math.Round(100.0 * Good / Math.Max(1, Of), 1);

    public override string ToString() => FormattableString.Invariant($"{Good}/{Of} = {Percent:0.0} %");
}

/// <summary>A group of questions and how many of them were answered rightly, leniently scored.</summary>
public sealed record GroupFigure(string Name, Share Right);

/// <summary>The figures of one run over a set of questions: what the command prints, what is kept and what the page shows.</summary>
/// <param name="LengthMedian">Characters of a reply where an answer was due.</param>
public sealed record AnswerFigures(
    DateOnly Date,
    int Documents,
    int Passages,
    Share RightStrict,
    Share Right,
    Share CitationsHold,
    Share NumbersStand,
    IReadOnlyList<GroupFigure> ByAction,
    IReadOnlyList<GroupFigure> ByTopic,
    IReadOnlyList<GroupFigure> ByStyle,
    int LengthMedian,
    int LengthP95)
{
    internal static AnswerFigures Of(IReadOnlyList<PlayedItem> played, DateOnly date, int documents, int passages)
    {
        var lengths = played.Where(p => p.Item.Action.StartsWith("answer", StringComparison.Ordinal)).Select(p => (double)p.Answer.Text.Length).Order().ToList();
        return new AnswerFigures(
            date,
            documents,
            passages,
            ShareOf(played, p => p.IsRight(lenient: false)),
            ShareOf(played, p => p.IsRight()),
            ShareOf(played, p => p.CitationsHold),
            ShareOf(played, p => p.StrayNumbers.Count == 0),
            By(played, p => p.Item.Action),
            By(played, p => p.Item.Topic),
            By(played, p => p.Item.Style),
            (int)SearchEvaluation.Percentile(lengths, 0.5),
            (int)SearchEvaluation.Percentile(lengths, 0.95));
    }

    private static IReadOnlyList<GroupFigure> By(IReadOnlyList<PlayedItem> played, Func<PlayedItem, string> key) =>
        [.. played.GroupBy(key).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => new GroupFigure(g.Key, ShareOf([.. g], p => p.IsRight())))];

    private static Share ShareOf(IReadOnlyList<PlayedItem> played, Func<PlayedItem, bool> good) => new(played.Count(good), played.Count);
}
