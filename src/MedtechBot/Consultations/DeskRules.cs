using MedtechBot.Consultations.Promises;
using MedtechBot.Consultations.Routing;

namespace MedtechBot.Consultations;

/// <summary>What the desk goes by, as its coordinators wrote it down: on which days it works, and who gets what.</summary>
public sealed record DeskRules(BusinessCalendar Calendar, RoutingRules Routing)
{
    /// <summary>Where nothing was written down.</summary>
    public static DeskRules Fallback { get; } = new(BusinessCalendar.Of(ClosingDays.None), RoutingRules.Fallback);
}
