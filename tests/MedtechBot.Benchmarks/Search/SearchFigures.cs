namespace MedtechBot.Benchmarks.Search;

/// <summary>How long questions took, in milliseconds.</summary>
internal sealed record Percentiles(double P50, double P95, double P99)
{
    public static Percentiles Of(Times times) => new(times.Median, times.P95, times.P99);

    public override string ToString() => $"p50 {Times.Milliseconds(P50)}, p95 {Times.Milliseconds(P95)}, p99 {Times.Milliseconds(P99)}";
}

/// <summary>What a process told that made indexes.</summary>
/// <param name="TableSeconds">Of FTS5, which is asked for up to some size.</param>
internal sealed record BuildFigures(double Seconds, long Bytes, double? TableSeconds, long? TableBytes);

/// <summary>What a process told that opened them and asked.</summary>
/// <param name="Resident">Bytes, when all had been asked; before there was anything else than the index.</param>
/// <param name="ResidentBefore">Before the index was opened: the program, the Japanese dictionary, the thesaurus.</param>
internal sealed record AskFigures(double OpenMilliseconds, double FirstMilliseconds, Percentiles Asked, double Resident, double ResidentBefore, Percentiles? Table);
