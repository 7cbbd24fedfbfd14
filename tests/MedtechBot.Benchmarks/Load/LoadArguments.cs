using System.Globalization;

namespace MedtechBot.Benchmarks.Load;

/// <summary><c>load [--seconds N] [--coordinators N] [--askers N] [--hurry N] [--postgres connection]</c>.</summary>
internal static class LoadArguments
{
    public const string Usage = "load [--seconds 60] [--coordinators 50] [--askers 500] [--hurry 1] [--postgres <connection string>]";

    /// <summary>False when something in them is not known.</summary>
    public static bool TryRead(ReadOnlySpan<string> given, Func<IReadOnlyList<string>> questions, out LoadPlan plan, out string? postgres)
    {
        (plan, postgres) = (new LoadPlan { Questions = [] }, null);
        for (var i = 0; i < given.Length; i += 2)
        {
            if (i + 1 == given.Length)
            {
                return false;
            }
            var isNumber = int.TryParse(given[i + 1], NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 1 and <= 10_000;
            switch (given[i])
            {
                case "--seconds" when isNumber:
                    plan = plan with { Duration = TimeSpan.FromSeconds(number) };
                    break;
                case "--coordinators" when isNumber:
                    plan = plan with { Coordinators = number };
                    break;
                case "--askers" when isNumber:
                    plan = plan with { Askers = number };
                    break;
                case "--hurry" when isNumber:
                    plan = plan.Hurried(number);
                    break;
                case "--postgres":
                    postgres = given[i + 1];
                    break;
                default:
                    return false;
            }
        }
        plan = plan with { Questions = questions() };
        return true;
    }
}
