using System.Globalization;
using System.Text.RegularExpressions;
using MedtechBot.Japanese;

namespace MedtechBot.Host.Evaluation;

/// <summary>A number as written, its value, and all that the same words say: a day of a year says the year, the month and the day too.</summary>
internal sealed record WrittenNumber(string Written, string Value, IReadOnlyList<string> Readings);

/// <summary>
/// The numbers of a text by value, in Japanese and English notation: 13億 and 1.3 billion, 令和8年 and 2026, 2026年5月1日, 2026-05-01
/// and May 1, 2026, 3割 and 30 %.
/// </summary>
internal static partial class NumbersIn
{
    private static readonly string[] Months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    public static IEnumerable<WrittenNumber> Text(string text)
    {
        var plain = TextNormalizer.Normalize(text, NormalizationOptions.KeepVariants | NormalizationOptions.KeepCircledDigits).Text;
        return Number().Matches(ThousandsComma().Replace(plain, "")).Select(Read);
    }

    private static WrittenNumber Read(Match number)
    {
        var month = number.Groups["name"] is { Success: true } name ? 1 + Array.IndexOf(Months, name.Value[..3]) : Whole(number, "month");
        var year = number.Groups["era"] is { Success: true } era ? YearBefore(era.Value) + Math.Max(1, Whole(number, "of")) : Whole(number, "year");
        if (year > 0 || month > 0)
        {
            var readings = Readings(year, month, Whole(number, "day")).ToList();
            return new WrittenNumber(number.Value, readings[0], readings);
        }
        var value = Plain(Scaled(number.Groups["n"].Value));
        return new WrittenNumber(number.Value, value, [value]);
    }

    // The most telling first.
    private static IEnumerable<string> Readings(int year, int month, int day)
    {
        string[] all =
        [
            year > 0 && month > 0 && day > 0 ? $"{year}-{month}-{day}" : "",
            year > 0 && month > 0 ? $"{year}-{month}" : "",
            month > 0 && day > 0 ? $"{month}/{day}" : "",
            year > 0 ? Plain(year) : "",
            month > 0 ? Plain(month) : "",
            day > 0 ? Plain(day) : "",
        ];
        return all.Where(reading => reading.Length > 0);
    }

    // 3億5000万 is one number of two parts.
    private static decimal Scaled(string number) => Part().Matches(number)
        .Sum(part => decimal.Parse(part.Groups["digits"].ValueSpan, NumberStyles.Number, CultureInfo.InvariantCulture) * Factor(part.Groups["unit"].Value));

    private static decimal Factor(string unit) => unit switch
    {
        "割" => 10,
        "百" => 100,
        "千" or "thousand" => 1_000,
        "万" => 10_000,
        "百万" or "million" => 1_000_000,
        "千万" => 10_000_000,
        "億" => 100_000_000,
        "billion" => 1_000_000_000,
        "兆" or "trillion" => 1_000_000_000_000,
        _ => 1,
    };

    private static int YearBefore(string era) => era switch
    {
        "令和" or "reiwa" or "r" => 2018,
        "平成" or "heisei" or "h" => 1988,
        _ => 1925,
    };

    private static int Whole(Match match, string group) =>
        int.TryParse(match.Groups[group].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : 0;

    private static string Plain(decimal value) => value.ToString("0.############", CultureInfo.InvariantCulture);

    [GeneratedRegex("""
        (?<era>令和|平成|昭和|reiwa|heisei|showa|(?<![a-z])[rh](?=\d{1,2}(?![\da-z])))\s?(?<of>\d{1,2}|元)(?:年(?:\s?(?<month>\d{1,2})月(?:\s?(?<day>\d{1,2})日)?)?)?
        | (?<!\d)(?<year>(?:19|20)\d\d)年\s?(?<month>\d{1,2})月(?:\s?(?<day>\d{1,2})日)?
        | (?<!\d)(?<year>(?:19|20)\d\d)[-/](?<month>0?[1-9]|1[0-2])(?:[-/](?<day>\d{1,2}))?(?!\d)
        | (?<!\d)(?:(?<day>\d{1,2})\s)?\b(?<name>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s(?:(?<day>\d{1,2}),?\s)?(?<year>(?:19|20)\d\d)(?!\d)
        | (?<!\d)(?<month>\d{1,2})月\s?(?<day>\d{1,2})日
        | (?<n>\d+(?:\.\d+)?(?:百万|千万|割|\s?(?:thousand|million|billion|trillion)\b|[兆億万千百](?:\d+(?:\.\d+)?[億万千百]?)*)?)
        """, RegexOptions.IgnorePatternWhitespace | RegexOptions.IgnoreCase)]
    private static partial Regex Number();

    [GeneratedRegex(@"(?<digits>\d+(?:\.\d+)?)\s?(?<unit>百万|千万|[兆億万千百割]|thousand|million|billion|trillion)?", RegexOptions.IgnoreCase)]
    private static partial Regex Part();

    [GeneratedRegex(@"(?<=\d),(?=\d{3}(?!\d))")]
    private static partial Regex ThousandsComma();
}
