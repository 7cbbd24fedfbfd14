namespace MedtechBot.Consultations.Promises;

/// <summary>A time in which the desk's clock stood still, since it waited for the asker or the matter was settled.</summary>
/// <param name="Until">Null while it goes on.</param>
public sealed record Waiting(DateTimeOffset From, DateTimeOffset? Until)
{
    /// <summary>The business days of it, as far as it has gone: from the day it began to the day it ended.</summary>
    public int BusinessDays(DateTimeOffset now, BusinessCalendar calendar, PromiseTerms terms)
    {
        var until = Until is { } ended && ended < now ? ended : now;
        return until <= From ? 0 : calendar.Between(terms.DayOf(From, calendar), terms.DayOf(until, calendar));
    }

    /// <summary>Whether it goes on at that moment.</summary>
    public bool Is(DateTimeOffset now) => From <= now && !(Until <= now);
}
