namespace MedtechBot.Consultations.Promises;

/// <summary>
/// The desk's business days in Japan: not Saturdays, Sundays, national holidays, 29 December to 3 January or the desk's own closing
/// days. Past the end of the holiday data only weekends, the turn of the year and the own days are known. Immutable.
/// </summary>
public sealed class BusinessCalendar
{
    private readonly IReadOnlyDictionary<DateOnly, Holiday> _holidays;
    private readonly ClosingDays _closing;

    public BusinessCalendar(IReadOnlyDictionary<DateOnly, Holiday> holidays, ClosingDays closing)
    {
        _holidays = holidays;
        _closing = closing;
        LastDay = holidays.Count == 0 ? DateOnly.MinValue : holidays.Keys.Max();
    }

    /// <summary>With the built-in holidays.</summary>
    public static BusinessCalendar Of(ClosingDays closing) => new(Holidays.All, closing);

    /// <summary>Where the holiday data ends: after it every date is approximate.</summary>
    public DateOnly LastDay { get; }

    public bool IsApproximate(DateOnly day) => day > LastDay;

    public bool IsOpen(DateOnly day) => ReasonClosed(day) is null;

    /// <summary>Why nobody works that day, in Japanese; null on a business day.</summary>
    public string? ReasonClosed(DateOnly day) =>
        day.DayOfWeek == DayOfWeek.Saturday ? "土曜日"
        : day.DayOfWeek == DayOfWeek.Sunday ? "日曜日"
        : day is { Month: 12, Day: >= 29 } or { Month: 1, Day: <= 3 } ? "年末年始"
        : _holidays.TryGetValue(day, out var holiday) ? holiday.Name
        : _closing.ReasonOn(day);

    /// <summary>The day itself when it is a business day, else the next one.</summary>
    public DateOnly FirstOpen(DateOnly day)
    {
        while (!IsOpen(day))
        {
            day = day.AddDays(1);
        }
        return day;
    }

    /// <summary>So many business days after the day, or before it when negative. For 0 the same as <see cref="FirstOpen"/>.</summary>
    public DateOnly AddBusinessDays(DateOnly day, int days)
    {
        if (days == 0)
        {
            return FirstOpen(day);
        }
        var step = Math.Sign(days);
        for (var left = Math.Abs(days); left > 0;)
        {
            day = day.AddDays(step);
            left -= IsOpen(day) ? 1 : 0;
        }
        return day;
    }

    /// <summary>How many business days come after the first day, up to the second and with it; negative when the second is earlier.</summary>
    public int Between(DateOnly from, DateOnly to)
    {
        if (to < from)
        {
            return -Between(to, from);
        }
        var days = 0;
        for (var day = from; day < to;)
        {
            day = day.AddDays(1);
            days += IsOpen(day) ? 1 : 0;
        }
        return days;
    }
}
