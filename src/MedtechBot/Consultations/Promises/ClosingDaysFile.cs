using System.Globalization;
using MedtechBot.Knowledge.Reading;

namespace MedtechBot.Consultations.Promises;

/// <summary>Reads the desk's closing days; the file itself tells its format.</summary>
internal static class ClosingDaysFile
{
    public const string Name = KnowledgeFiles.DeskFolder + "/closing-days.yaml";

    private const int MostInARow = 60;
    private const int MostOfEveryYear = 90;

    // Of a leap year, so that 29 February is a day.
    private const string AnyYear = "2000-";

    public static ClosingDays Read(YamlMap file)
    {
        file.RejectKeysExcept("closed");
        var closings = file.Maps("closed").Select(ReadOne).OfType<Closing>().ToList();
        var everyYear = closings.Where(c => c.EveryYear).Sum(Length);
        if (everyYear > MostOfEveryYear)
        {
            file.Problems.Error(file.LineOf("closed"), $"closes {everyYear} days of every year: at most {MostOfEveryYear}");
        }
        return new ClosingDays(closings);
    }

    private static Closing? ReadOne(YamlMap map)
    {
        map.RejectKeysExcept("day", "from", "to", "because");
        var isOneDay = map.Has("day");
        if (isOneDay == (map.Has("from") || map.Has("to")))
        {
            map.Problems.Error(map.Line, "say either 'day', or 'from' and 'to'");
            return null;
        }
        var because = map.RequiredText("because");
        var from = Day(map, isOneDay ? "day" : "from");
        var to = isOneDay ? from : Day(map, "to");
        if (from is not var (first, everyYear) || to is not var (last, lastOfEveryYear) || because is null)
        {
            return null;
        }
        var closing = new Closing(first, last, everyYear, because);
        var wrong = everyYear != lastOfEveryYear ? "write both 'from' and 'to' with the year, or both without it"
            : !everyYear && last < first ? "'to' comes before 'from'"
            : Length(closing) > MostInARow ? $"closes {Length(closing)} days in a row: at most {MostInARow}"
            : null;
        if (wrong is null)
        {
            return closing;
        }
        map.Problems.Error(map.LineOf("from"), wrong);
        return null;
    }

    private static (DateOnly Day, bool EveryYear)? Day(YamlMap map, string key)
    {
        if (map.RequiredText(key) is not { } text)
        {
            return null;
        }
        var everyYear = text.Length == 5;
        if (DateOnly.TryParseExact(everyYear ? AnyYear + text : text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return (day, everyYear);
        }
        map.Problems.Error(map.LineOf(key), $"'{key}' {text} is not a day: write it like 2027-08-13, or like 08-13 for every year");
        return null;
    }

    private static int Length(Closing closing) =>
        ((closing.EveryYear && closing.To < closing.From ? closing.To.AddYears(1) : closing.To).DayNumber - closing.From.DayNumber) + 1;
}
