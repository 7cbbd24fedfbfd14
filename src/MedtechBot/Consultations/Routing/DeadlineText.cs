using System.Globalization;
using System.Text.RegularExpressions;
using MedtechBot.Japanese;

namespace MedtechBot.Consultations.Routing;

/// <summary>Reads a deadline as people write it: 2026年12月10日, 12/10まで, 来週, 今月末, by December 10.</summary>
internal static partial class DeadlineText
{
    // In a text a day is only a deadline when the words around it say so.
    private const int Near = 14;

    /// <param name="anywhere">The text is nothing but a deadline.</param>
    public static DateOnly? Read(string text, DateOnly today, bool anywhere)
    {
        var plain = TextNormalizer.Normalize(text).Text;
        return Dates().Matches(plain).Concat(Spoken().Matches(plain))
            .Where(m => anywhere || IsDeadline(plain, m)).OrderBy(m => m.Index)
            .Select(m => DayOf(m, today)).FirstOrDefault(day => day is not null);
    }

    private static bool IsDeadline(string text, Match match)
    {
        var before = text[Math.Max(0, match.Index - Near)..match.Index];
        var end = match.Index + match.Length;
        var after = text[end..Math.Min(text.Length, end + Near)];
        return After().IsMatch(after) || Before().IsMatch(before);
    }

    private static DateOnly? DayOf(Match match, DateOnly today)
    {
        if (match.Groups["spoken"] is { Success: true, Value: var spoken })
        {
            var endOfMonth = new DateOnly(today.Year, today.Month, 1).AddMonths(1).AddDays(-1);
            var friday = today.AddDays(((int)DayOfWeek.Friday - (int)today.DayOfWeek + 7) % 7);
            return spoken switch
            {
                "本日" or "今日" or "today" => today,
                "明日" or "あした" or "tomorrow" => today.AddDays(1),
                "明後日" or "あさって" => today.AddDays(2),
                "今週" or "this week" => friday,
                "来週" or "next week" => friday.AddDays(7),
                "今月" or "this month" => endOfMonth,
                _ => endOfMonth.AddDays(1).AddMonths(1).AddDays(-1),
            };
        }
        var month = match.Groups["month"] is { Success: true } number ? Number(number) : MonthOf(match.Groups["name"].Value);
        var given = match.Groups["year"] is { Success: true } year ? Number(year) : (int?)null;
        var day = match.Groups["day"] is { Success: true } d ? Number(d) : (int?)null;
        // Without a year the next such day is meant.
        return given is { } y ? Day(y, month, day)
            : Day(today.Year, month, day) is { } soon && soon >= today ? soon : Day(today.Year + 1, month, day);
    }

    private static DateOnly? Day(int year, int month, int? day) =>
        year is < 2000 or > 2100 || month is < 1 or > 12 ? null
        : day is null ? new DateOnly(year, month, DateTime.DaysInMonth(year, month))
        : day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, day.Value) : null;

    private static int Number(Group group) => int.Parse(group.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    private static int MonthOf(string name) =>
        Array.FindIndex(CultureInfo.InvariantCulture.DateTimeFormat.MonthNames, m => m.Length > 0 && m.StartsWith(name[..3], StringComparison.OrdinalIgnoreCase)) + 1;

    [GeneratedRegex("(?<![0-9])(?:(?<year>20[0-9]{2})\\s?[年/.-]\\s?)?(?<month>1[0-2]|0?[1-9])\\s?(?:月\\s?(?:(?<day>[0-3]?[0-9])\\s?日|末)|[/.-](?<day>[0-3]?[0-9])(?![0-9/]))"
        + "|\\b(?<name>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.?\\s(?<day>[0-3]?[0-9])(?:st|nd|rd|th)?(?:,?\\s(?<year>20[0-9]{2}))?\\b"
        + "|\\b(?<day>[0-3]?[0-9])(?:st|nd|rd|th)?\\s(?<name>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.?(?:,?\\s(?<year>20[0-9]{2}))?\\b")]
    private static partial Regex Dates();

    [GeneratedRegex("(?<spoken>本日|今日|明後日|明日|あした|あさって|今週|来週|今月|来月|\\btoday\\b|\\btomorrow\\b|\\bthis week\\b|\\bnext week\\b|\\bthis month\\b|\\bnext month\\b)")]
    private static partial Regex Spoken();

    [GeneratedRegex("^.{0,6}?(中に|まで|までに|締切|締め切り|〆切|しめきり|期限|必着|提出|deadline|due)")]
    private static partial Regex After();

    [GeneratedRegex("(締切|締め切り|〆切|しめきり|期限|提出日|deadline|due|\\bby|\\bbefore|\\buntil)[はがを: ]{0,3}([a-z ]{0,8}|.{0,3})$")]
    private static partial Regex Before();
}
