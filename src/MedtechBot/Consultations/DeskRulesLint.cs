using MedtechBot.Consultations.Promises;
using MedtechBot.Consultations.Routing;
using MedtechBot.Knowledge;

namespace MedtechBot.Consultations;

/// <summary>Checks what the desk goes by, against the knowledge that it names things of.</summary>
public static class DeskRulesLint
{
    /// <summary>How long before the holiday data ends it is worth a warning.</summary>
    public const int CalendarEndsSoonDays = 180;

    public static IReadOnlyList<KnowledgeProblem> Check(string folder, IReadOnlyList<KnowledgeDocument> documents, TimeProvider? time = null)
    {
        var (closing, routing, problems) = DeskFiles.Read(folder);
        return [.. problems, .. routing is null ? [] : RoutingLint.Check(routing, documents), .. CalendarEnds(JapaneseDay.Today(time ?? TimeProvider.System), BusinessCalendar.Of(closing ?? ClosingDays.None))];
    }

    internal static IEnumerable<KnowledgeProblem> CalendarEnds(DateOnly today, BusinessCalendar calendar)
    {
        var left = calendar.LastDay.DayNumber - today.DayNumber;
        if (left <= CalendarEndsSoonDays)
        {
            var ends = left < 0 ? $"ended on {calendar.LastDay:yyyy-MM-dd}: promised days are only approximate" : $"end on {calendar.LastDay:yyyy-MM-dd}, {left} days away";
            yield return new KnowledgeProblem("holidays", 0, ProblemSeverity.Warning,
                $"the built-in holidays {ends}. Put a newer @holiday-jp/holiday_jp into build/Holidays.targets and build again");
        }
    }
}
