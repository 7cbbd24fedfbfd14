namespace MedtechBot.Knowledge.Stored;

/// <summary>Days, and dates that are known in part, as numbers.</summary>
internal static class StoredDates
{
    public static void Date(this ByteWriter writer, PartialDate date) => writer.Number((date.Year * 13 + date.Month) * 32 + date.Day);

    public static PartialDate Date(this ref ByteReader reader)
    {
        var number = reader.Count();
        return new PartialDate(number / 32 / 13, number / 32 % 13, number % 32);
    }

    public static void Day(this ByteWriter writer, DateOnly? day) => writer.Number(day is { } known ? known.DayNumber + 1 : 0);

    public static DateOnly? Day(this ref ByteReader reader) => reader.Count() is > 0 and var number ? DateOnly.FromDayNumber(number - 1) : null;
}
