using System.Globalization;

namespace MedtechBot.Deliveries;

/// <summary>When a message that could not be delivered is tried again, and when no more.</summary>
public static class Retry
{
    /// <summary>The wait after the first failure, for kinds that name no other; it doubles with each further one.</summary>
    public static readonly TimeSpan First = TimeSpan.FromSeconds(5);

    public static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    /// <summary>Long enough for a receiver that broke on a Friday evening.</summary>
    public static readonly TimeSpan GiveUpAfter = TimeSpan.FromDays(4);

    // A wait varies by this part, so that what failed together does not come back together.
    private const double Spread = 0.2;

    /// <param name="id">The row's id: its random digits decide where in the spread the wait lies, so it can be foretold.</param>
    /// <param name="attempts">How many tries have failed, from 1.</param>
    /// <param name="first">The wait after the first failure.</param>
    public static TimeSpan Wait(string id, int attempts, TimeSpan first)
    {
        var doublings = Math.Clamp(attempts - 1, 0, 30);
        var full = Math.Min(first.TotalSeconds * Math.Pow(2, doublings), Longest.TotalSeconds);
        return TimeSpan.FromSeconds(full * (1 - Spread + (2 * Spread * Place(id, attempts))));
    }

    /// <summary>The wait after a failure: not within the time that the receiver wants to be left alone, and spread after it.</summary>
    public static TimeSpan Wait(string id, int attempts, TimeSpan first, TimeSpan? notWithin) =>
        notWithin is { } pause ? (pause < Longest ? pause : Longest) + Wait(id, 1, first) : Wait(id, attempts, first);

    public static bool IsTooLate(DateTimeOffset created, DateTimeOffset now) => now - created >= GiveUpAfter;

    // 0 to 1; multiplied with the try so that one row does not always wait short or always long.
    private static double Place(string id, int attempts)
    {
        var digits = uint.Parse(id.AsSpan(0, 8), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        return unchecked(digits * (uint)((2 * attempts) + 1)) / (double)uint.MaxValue;
    }
}
