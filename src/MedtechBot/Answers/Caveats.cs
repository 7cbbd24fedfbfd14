using MedtechBot.Knowledge;

namespace MedtechBot.Answers;

/// <summary>What must be said beside quoted passages: their limits, and that they are past their last day.</summary>
internal sealed record Caveats(IReadOnlyList<string> Notes, bool Any, bool LeavesOpen)
{
    /// <param name="cited">The passages in the order of their citations.</param>
    public static Caveats Of(IReadOnlyList<Passage> cited, Language language, DateOnly today)
    {
        var limits = cited.Select(p => p.Limit).Where(l => l != StatementLimit.None).Distinct().ToList();
        var expired = cited.Index()
            .Where(p => p.Item.IsExpired(today))
            .GroupBy(p => p.Item.ValidUntil!.Value)
            .OrderBy(g => g.Key)
            .Select(g => Phrases.Expired(g.Key, [.. g.Select(p => p.Index + 1)], cited.Count, language))
            .ToList();
        return new Caveats(
            [.. limits.Select(l => Phrases.LimitNote(l, language)).Where(n => n.Length > 0), .. expired],
            // That a statement rests on a secondary source is noted beside it; it is no limit of what it says.
            expired.Count > 0 || limits.Exists(l => l != StatementLimit.Unverified),
            limits.Contains(StatementLimit.NotInSources));
    }
}
