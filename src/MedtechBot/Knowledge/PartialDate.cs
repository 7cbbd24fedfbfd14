using System.Globalization;

namespace MedtechBot.Knowledge;

/// <summary>A date known to the year, the month or the day, as publications give it.</summary>
public readonly record struct PartialDate(int Year, int Month = 0, int Day = 0) : IComparable<PartialDate>
{
    /// <summary>Reads YYYY, YYYY-MM or YYYY-MM-DD.</summary>
    public static bool TryParse(string? text, out PartialDate date)
    {
        date = default;
        var parts = (text ?? "").Trim().Split('-');
        if (parts.Length > 3 || parts[0].Length != 4 || !int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var year) || year == 0)
        {
            return false;
        }
        int month = 0, day = 0;
        if (parts.Length > 1 && (!int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out month) || month is < 1 or > 12))
        {
            return false;
        }
        if (parts.Length > 2 && (!int.TryParse(parts[2], NumberStyles.None, CultureInfo.InvariantCulture, out day) || day < 1 || day > DateTime.DaysInMonth(year, month)))
        {
            return false;
        }
        date = new PartialDate(year, month, day);
        return true;
    }

    /// <summary>The last day that it can mean.</summary>
    public DateOnly LastDay => new(Year, Month == 0 ? 12 : Month, Day == 0 ? DateTime.DaysInMonth(Year, Month == 0 ? 12 : Month) : Day);

    public override string ToString() => (Month, Day) switch
    {
        (0, _) => $"{Year:0000}",
        (_, 0) => $"{Year:0000}-{Month:00}",
        _ => $"{Year:0000}-{Month:00}-{Day:00}",
    };

    public string ToJapanese() => (Month, Day) switch
    {
        (0, _) => $"{Year}年",
        (_, 0) => $"{Year}年{Month}月",
        _ => $"{Year}年{Month}月{Day}日",
    };

    public int CompareTo(PartialDate other) => (Year, Month, Day).CompareTo((other.Year, other.Month, other.Day));
}
