using MedtechBot.Knowledge;

namespace MedtechBot.Consultations.Promises;

/// <summary>That somebody will reply for the first time within so many business days after a ticket was opened.</summary>
/// <param name="Told">The day as it was told then: closing days that become known later do not move it. Null in tickets of before it was kept.</param>
public sealed record Promise(DateTimeOffset OpenedAt, int BusinessDays, DateOnly? Told = null)
{
    /// <summary>The day that is told when nothing has been waited for yet.</summary>
    public DateOnly FirstDue(BusinessCalendar calendar, PromiseTerms terms) =>
        Told ?? calendar.AddBusinessDays(terms.DayOf(OpenedAt, calendar), BusinessDays);

    /// <summary>Where the promise stands.</summary>
    /// <param name="waited">When the desk waited for the asker; waiting that began after the promise was broken does not mend it.</param>
    /// <param name="repliedAt">The first reply, or whatever else settled the ticket; null while there is none.</param>
    public PromiseStanding At(
        DateTimeOffset now, BusinessCalendar calendar, PromiseTerms terms, IReadOnlyList<Waiting>? waited = null, DateTimeOffset? repliedAt = null)
    {
        var settled = repliedAt <= now ? repliedAt : null;
        var until = settled ?? now;
        var due = FirstDue(calendar, terms);
        var (from, isPaused) = (OpenedAt, false);
        foreach (var wait in (waited ?? []).Where(w => w.From <= until).OrderBy(w => w.From))
        {
            if (wait.From > JapaneseDay.At(due, terms.Closes))
            {
                break;
            }
            // Waiting that overlaps counts once.
            var rest = wait.From < from ? wait with { From = from } : wait;
            var days = rest.BusinessDays(until, calendar, terms);
            due = days == 0 ? due : calendar.AddBusinessDays(due, days);
            isPaused |= settled is null && rest.Is(now);
            from = rest.Until is { } end && end > from ? end : from;
        }
        var dueAt = JapaneseDay.At(due, terms.Closes);
        var remindAt = RemindAt(due, from, calendar, terms);
        var state = settled is { } replied ? replied <= dueAt ? PromiseState.Kept : PromiseState.Broken
            : isPaused ? PromiseState.Paused
            : now > dueAt ? PromiseState.Overdue
            : now >= remindAt ? PromiseState.DueSoon
            : PromiseState.OnTime;
        return new PromiseStanding(due, dueAt, state, calendar.IsApproximate(due))
        {
            Steps = settled is not null || isPaused ? []
                : [new PromiseStep(PromiseAction.Remind, due, remindAt), new PromiseStep(PromiseAction.Escalate, due, dueAt.AddTicks(1))],
        };
    }

    // The morning of the business day before; of the day itself where the clock started to run only afterwards.
    private static DateTimeOffset RemindAt(DateOnly due, DateTimeOffset from, BusinessCalendar calendar, PromiseTerms terms)
    {
        var before = JapaneseDay.At(calendar.AddBusinessDays(due, -1), terms.Opens);
        return before > from ? before : JapaneseDay.At(due, terms.Opens);
    }
}
