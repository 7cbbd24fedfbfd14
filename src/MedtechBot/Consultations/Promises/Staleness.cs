using MedtechBot.Knowledge;

namespace MedtechBot.Consultations.Promises;

/// <summary>What becomes of a ticket while nothing is done: first it is flagged, then taken from whoever is in charge.</summary>
public static class Staleness
{
    /// <param name="lastDone">When something was last done, or when it became somebody's turn to do something.</param>
    /// <param name="days">Business days that must be over: it is due in the morning after.</param>
    public static PromiseStep Step(PromiseAction action, DateTimeOffset lastDone, int days, BusinessCalendar calendar, PromiseTerms terms)
    {
        var day = calendar.AddBusinessDays(terms.DayOf(lastDone, calendar), days + 1);
        return new PromiseStep(action, day, JapaneseDay.At(day, terms.Opens));
    }
}
