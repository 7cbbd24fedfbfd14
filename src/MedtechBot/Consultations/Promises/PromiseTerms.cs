using MedtechBot.Knowledge;

namespace MedtechBot.Consultations.Promises;

/// <summary>The desk's hours and patience. All times are Japan's.</summary>
public sealed record PromiseTerms
{
    /// <summary>When reminders go out.</summary>
    public TimeOnly Opens { get; init; } = new(9, 0);

    /// <summary>What comes later counts as having come on the next business day, requests and replies alike.</summary>
    public TimeOnly Closes { get; init; } = new(17, 15);

    /// <summary>Business days without anything done, after which a ticket is flagged that is the desk's to go on with. 1 to 60.</summary>
    public int StaleAfter { get; init; } = 3;

    /// <summary>Business days without anything done, after which it is taken away from whoever is in charge. More than <see cref="StaleAfter"/>.</summary>
    public int ReassignAfter { get; init; } = 5;

    /// <summary>Business days without anything heard, after which one is flagged that waits for its asker or another organisation. 1 to 60.</summary>
    public int WaitingAfter { get; init; } = 10;

    /// <summary>The business day that a moment belongs to.</summary>
    public DateOnly DayOf(DateTimeOffset moment, BusinessCalendar calendar)
    {
        var day = JapaneseDay.Of(moment);
        return calendar.FirstOpen(JapaneseDay.TimeOf(moment) > Closes ? day.AddDays(1) : day);
    }
}
