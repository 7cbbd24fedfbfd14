namespace MedtechBot.Host.Evaluation;

/// <summary>The figures of an evaluation as a person reads them.</summary>
internal static class AnswerReport
{
    public static void Write(TextWriter output, AnswerFigures figures, IReadOnlyList<PlayedItem> played, bool listFailed)
    {
        output.WriteLine($"questions                 {figures.Right.Of}");
        output.WriteLine($"right, strict             {figures.RightStrict}");
        output.WriteLine($"right, lenient            {figures.Right}");
        output.WriteLine($"citations that hold       {figures.CitationsHold}");
        output.WriteLine($"numbers that stand        {figures.NumbersStand}");
        WriteGroups(output, "action", figures.ByAction);
        WriteGroups(output, "topic", figures.ByTopic);
        WriteGroups(output, "style", figures.ByStyle);
        var times = played.Select(p => p.Ms).Order().ToList();
        output.WriteLine($"\nlength of an answer       median {figures.LengthMedian}, p95 {figures.LengthP95} characters");
        output.WriteLine(FormattableString.Invariant($"time of a turn            median {SearchEvaluation.Percentile(times, 0.5):0.00}, p95 {SearchEvaluation.Percentile(times, 0.95):0.00} ms"));
        if (listFailed)
        {
            output.WriteLine("\nfailed");
            foreach (var failed in played.Where(p => !p.IsRight() || !p.CitationsHold || p.StrayNumbers.Count > 0))
            {
                Write(output, failed);
            }
        }
    }

    private static void WriteGroups(TextWriter output, string name, IReadOnlyList<GroupFigure> groups)
    {
        output.WriteLine($"\nby {name,-22} lenient");
        foreach (var group in groups)
        {
            output.WriteLine($"  {group.Name,-23} {group.Right}");
        }
    }

    private static void Write(TextWriter output, PlayedItem p)
    {
        var missing = string.Join(" & ", AnswerScore.Missing(p.Item, p.Answer.Text).Select(m => string.Join('|', m.Take(3))));
        var wanted = string.Join(" & ", AnswerScore.Uncited(p.Item, p.Cited).Select(part => string.Join('|', part)));
        output.WriteLine($"  {p.Item.Id} {p.Item.Question}");
        output.WriteLine($"     {p.Item.Action} -> {p.Action}; missing {missing}; cites {string.Join(", ", p.Cited)}{(wanted.Length > 0 ? "; should cite " + wanted : "")}");
        if (!p.CitationsHold || p.StrayNumbers.Count > 0)
        {
            output.WriteLine($"     citations {(p.CitationsHold ? "hold" : "do not hold")}; numbers without a source: {string.Join(", ", p.StrayNumbers)}");
        }
        output.WriteLine($"     {p.Answer.Text.ReplaceLineEndings(" ")}");
    }
}
