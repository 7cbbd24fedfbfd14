namespace MedtechBot.Consultations.Promises;

/// <summary>The days on which the desk is closed beside weekends, holidays and the turn of the year.</summary>
public sealed class ClosingDays(IReadOnlyList<Closing> closings)
{
    public static ClosingDays None { get; } = new([]);

    public IReadOnlyList<Closing> All => closings;

    /// <summary>Why the desk is closed that day; null when nothing is said of it.</summary>
    public string? ReasonOn(DateOnly day) => closings.FirstOrDefault(c => c.Covers(day))?.Because;
}

/// <summary>Some days in a row, both ends included.</summary>
/// <param name="EveryYear">Only month and day count; then it may go over the turn of the year.</param>
public sealed record Closing(DateOnly From, DateOnly To, bool EveryYear, string Because)
{
    public bool Covers(DateOnly day)
    {
        if (!EveryYear)
        {
            return From <= day && day <= To;
        }
        var (from, to, at) = (Place(From), Place(To), Place(day));
        return from <= to ? from <= at && at <= to : at >= from || at <= to;
    }

    private static int Place(DateOnly day) => (day.Month * 100) + day.Day;
}
