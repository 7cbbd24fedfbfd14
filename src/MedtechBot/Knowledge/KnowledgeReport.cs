namespace MedtechBot.Knowledge;

/// <summary>What of the knowledge base wants looking after: statements without an official source, old sources, what expires.</summary>
/// <param name="OldBefore">Sources published before this day count as old.</param>
/// <param name="SoonUntil">What expires up to this day expires soon.</param>
public sealed record KnowledgeReport(DateOnly Today, DateOnly OldBefore, DateOnly SoonUntil, IReadOnlyList<KnowledgeReport.Line> Documents)
{
    /// <summary>One document with its passages that rest on secondary sources, and those that rest on old ones alone.</summary>
    public sealed record Line(KnowledgeDocument Document, IReadOnlyList<Passage> Unverified, IReadOnlyList<Passage> Old);

    public int PassageCount => Documents.Sum(d => d.Document.Passages.Count);

    public IReadOnlyList<Passage> Unverified => [.. Documents.SelectMany(d => d.Unverified)];

    public IReadOnlyList<Passage> Old => [.. Documents.SelectMany(d => d.Old)];

    /// <summary>By their last day, the longest past first.</summary>
    public IReadOnlyList<KnowledgeDocument> Expired => Ending(until => until < Today);

    public IReadOnlyList<KnowledgeDocument> ExpiringSoon => Ending(until => until >= Today && until <= SoonUntil);

    /// <param name="years">A passage is old when every source it rests on was published more years ago.</param>
    public static KnowledgeReport Of(IReadOnlyList<KnowledgeDocument> documents, DateOnly today, int years)
    {
        var oldBefore = today.AddYears(-years);
        return new KnowledgeReport(today, oldBefore, today.AddDays(KnowledgeReader.ExpiresSoonDays),
            [.. documents.OrderBy(d => d.Id, StringComparer.Ordinal).Select(d => new Line(d,
                [.. d.Passages.Where(p => p.Limit == StatementLimit.Unverified)],
                [.. d.Passages.Where(p => p.Sources.All(s => s.Source.Date.LastDay < oldBefore))]))]);
    }

    private IReadOnlyList<KnowledgeDocument> Ending(Func<DateOnly, bool> fits) =>
        [.. Documents.Select(d => d.Document).Where(d => d.ValidUntil is { } until && fits(until)).OrderBy(d => d.ValidUntil).ThenBy(d => d.Id, StringComparer.Ordinal)];
}
