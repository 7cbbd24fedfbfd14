using MedtechBot.Consultations.Promises;
using MedtechBot.Consultations.Routing;
using MedtechBot.Knowledge;

namespace MedtechBot.Consultations;

/// <summary>What the desk goes by, as its coordinators wrote it down: on which days it works, and who gets what.</summary>
public sealed record DeskRules(BusinessCalendar Calendar, RoutingRules Routing)
{
    /// <summary>Where nothing was written down.</summary>
    public static DeskRules Fallback { get; } = new(BusinessCalendar.Of(ClosingDays.None), RoutingRules.Fallback);
}

/// <summary>
/// Holds the rules that count now. Whoever uses them takes <see cref="Current"/> once and goes on with it. While a file is broken, what
/// was last good in it goes on counting.
/// </summary>
public sealed class DeskRulesInUse
{
    private readonly string _folder;
    private readonly TimeProvider _time;
    private volatile DeskRules _current = DeskRules.Fallback;

    /// <summary>Reads the rules of a knowledge folder.</summary>
    public DeskRulesInUse(string knowledgeFolder, TimeProvider? time = null)
    {
        (_folder, _time) = (knowledgeFolder, time ?? TimeProvider.System);
        LastProblems = [];
        Reload();
    }

    public DeskRules Current => _current;

    /// <summary>What the last reading found wrong.</summary>
    public IReadOnlyList<KnowledgeProblem> LastProblems { get; private set; }

    public void Reload()
    {
        var (closing, routing, problems) = DeskFiles.Read(_folder);
        var last = _current;
        _current = new DeskRules(closing is null ? last.Calendar : BusinessCalendar.Of(closing), routing ?? last.Routing);
        LastProblems = [.. problems, .. DeskRulesLint.CalendarEnds(JapaneseDay.Today(_time), _current.Calendar)];
    }
}
