using System.Globalization;
using MedtechBot.Answers;

namespace MedtechBot.Consultations.Promises;

/// <summary>Says a promised day to people.</summary>
public static class PromiseWords
{
    private static readonly string[] Weekdays = ["日", "月", "火", "水", "木", "金", "土"];

    /// <summary>"2026年12月1日(火)まで" or "by Tuesday, 1 December 2026", marked where the day is only approximate.</summary>
    public static string By(DateOnly due, bool isApproximate, Language language) => language == Language.English
        ? string.Create(CultureInfo.InvariantCulture, $"by {(isApproximate ? "about " : "")}{due:dddd, d MMMM yyyy}{(isApproximate ? " (an estimate)" : "")}")
        : $"{due.Year}年{due.Month}月{due.Day}日({Weekdays[(int)due.DayOfWeek]})まで{(isApproximate ? "(目安)" : "")}";
}
