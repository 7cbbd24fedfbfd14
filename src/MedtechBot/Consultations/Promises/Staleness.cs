using MedtechBot.Knowledge;

namespace MedtechBot.Consultations.Promises;

/// <summary>What becomes of a ticket that somebody is in charge of while nothing is done: first it is flagged, then taken away.</summary>
public static class Staleness
{
    /// <param name="lastDone">When whoever is in charge last did something, taking the ticket included.</param>
    /// <param name="waited">When the desk waited for the asker: none of that counts.</param>
    /// <returns>Empty while waiting for the asker.</returns>
    public static IReadOnlyList<PromiseStep> Steps(
        DateTimeOffset lastDone, DateTimeOffset now, BusinessCalendar calendar, PromiseTerms terms, IReadOnlyList<Waiting>? waited = null)
    {
        var from = lastDone;
        var days = 0;
        foreach (var wait in (waited ?? []).Where(w => w.From <= now).OrderBy(w => w.From))
        {
            if (wait.Is(now))
            {
                return [];
            }
            if (wait.Until is { } end && end > from)
            {
                days += (wait.From < from ? wait with { From = from } : wait).BusinessDays(now, calendar, terms);
                from = end;
            }
        }
        var start = calendar.AddBusinessDays(terms.DayOf(lastDone, calendar), days);
        return [Step(PromiseAction.FlagStale, terms.StaleAfter), Step(PromiseAction.Reassign, terms.ReassignAfter)];

        // The days must be over, so the morning after.
        PromiseStep Step(PromiseAction action, int after)
        {
            var day = calendar.AddBusinessDays(start, after + 1);
            return new PromiseStep(action, day, JapaneseDay.At(day, terms.Opens));
        }
    }
}
