using System.Globalization;
using MedtechBot.Host.Tests.Crash;

namespace MedtechBot.Host.Tests.Teams.Unkind;

/// <summary>What a run measured, as a row of RESULTS.md beside this file.</summary>
internal static class UnkindReport
{
    public static string Of(string over, UnkindPlan plan, UnkindBooks books, TimeSpan took) => string.Create(CultureInfo.InvariantCulture,
        $"| {DateTime.UtcNow:yyyy-MM-dd} | {over} | {CrashReport.Configuration}, {Environment.ProcessorCount} cores, load {Load()} | {plan.Seed} | {plan.Messages} / {plan.Conversations} | {books.Of(_ => true)} | {books.Of(m => m.Status == 429)} | {books.Of(m => m.Status == 412)} | {books.Of(m => m.Status is 502 or 503 or 504)} | {books.Of(m => m.Silence == Silence.Hang)} | {books.Of(m => m.Silence is Silence.HalfClose or Silence.Reset)} | {books.Of(m => m.Takes && m.LeavesOpen)} | {books.Repeats} | {books.PossibleRepeats} | 0 | {took.TotalSeconds:0} s, {plan.Messages / took.TotalSeconds:0} a second |");

    /// <summary>The long form is kept.</summary>
    public static void Keep(UnkindPlan plan, string row)
    {
        if (plan.IsLong)
        {
            File.AppendAllText(Path.Combine(CrashReport.RepositoryRoot, "tests", "MedtechBot.Host.Tests", "Teams", "Unkind", "RESULTS.md"), row + "\n");
        }
    }

    private static string Load() => File.Exists("/proc/loadavg") ? File.ReadAllText("/proc/loadavg").Split(' ')[0] : "?";
}
