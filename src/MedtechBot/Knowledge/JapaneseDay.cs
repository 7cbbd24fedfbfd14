namespace MedtechBot.Knowledge;

/// <summary>The calendar day in Japan, by which deadlines and periods of validity are counted.</summary>
public static class JapaneseDay
{
    private static readonly TimeSpan Offset = TimeSpan.FromHours(9);

    public static DateOnly Today(TimeProvider time) => DateOnly.FromDateTime(time.GetUtcNow().ToOffset(Offset).DateTime);
}
