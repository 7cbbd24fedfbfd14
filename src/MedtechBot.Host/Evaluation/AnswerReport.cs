namespace MedtechBot.Host.Evaluation;

/// <summary>The figures of an evaluation as a person reads them.</summary>
internal static class AnswerReport
{
    public static void Write(TextWriter output, IReadOnlyList<PlayedItem> played, bool listFailed)
    {
        output.WriteLine($"questions                 {played.Count}");
        output.WriteLine($"right, strict             {Share(played, p => IsRight(p, lenient: false))}");
        output.WriteLine($"right, lenient            {Share(played, p => IsRight(p, lenient: true))}");
        output.WriteLine($"citations that hold       {Share(played, p => p.CitationsHold)}");
        Table(output, "action", played, p => p.Item.Action);
        Table(output, "topic", played, p => p.Item.Topic);
        Table(output, "style", played, p => p.Item.Style);
        var lengths = played.Where(p => p.Item.Action.StartsWith("answer", StringComparison.Ordinal)).Select(p => (double)p.Answer.Text.Length).Order().ToList();
        var times = played.Select(p => p.Ms).Order().ToList();
        output.WriteLine(FormattableString.Invariant($"\nlength of an answer       median {SearchEvaluation.Percentile(lengths, 0.5):0}, p95 {SearchEvaluation.Percentile(lengths, 0.95):0} characters"));
        output.WriteLine(FormattableString.Invariant($"time of a turn            median {SearchEvaluation.Percentile(times, 0.5):0.00}, p95 {SearchEvaluation.Percentile(times, 0.95):0.00} ms"));
        if (listFailed)
        {
            WriteFailed(output, played);
        }
    }

    private static void Table(TextWriter output, string name, IReadOnlyList<PlayedItem> played, Func<PlayedItem, string> key)
    {
        output.WriteLine($"\nby {name,-22} lenient");
        foreach (var group in played.GroupBy(key).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            output.WriteLine($"  {group.Key,-23} {Share([.. group], p => IsRight(p, lenient: true))}");
        }
    }

    private static void WriteFailed(TextWriter output, IReadOnlyList<PlayedItem> played)
    {
        output.WriteLine("\nfailed");
        foreach (var p in played.Where(p => !IsRight(p, lenient: true)))
        {
            var missing = string.Join(" & ", AnswerScore.Missing(p.Item, p.Answer.Text).Select(m => string.Join('|', m.Take(3))));
            output.WriteLine($"  {p.Item.Id} {p.Item.Question}\n     {p.Item.Action} -> {p.Action}; missing {missing}; cites {string.Join(", ", p.Answer.Citations.Select(c => c.Id))}\n     {p.Answer.Text.ReplaceLineEndings(" ")}");
        }
    }

    private static bool IsRight(PlayedItem p, bool lenient) => AnswerScore.IsRight(p.Item, p.Action, p.Answer.Text, lenient);

    private static string Share(IReadOnlyList<PlayedItem> items, Func<PlayedItem, bool> good)
    {
        var count = items.Count(good);
        return FormattableString.Invariant($"{count}/{items.Count} = {100.0 * count / Math.Max(1, items.Count):0.0} %");
    }
}
