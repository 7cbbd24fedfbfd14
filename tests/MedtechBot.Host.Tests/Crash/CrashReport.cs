using System.Globalization;
using System.Reflection;

namespace MedtechBot.Host.Tests.Crash;

/// <summary>What a run measured, as a row of RESULTS.md beside this file.</summary>
internal sealed record CrashReport(
    string Over, CrashPlan Plan, HostsUnderFire Hosts, TimeSpan Took, int InConversations, DeliveryCount Mail, DeliveryCount Hooks)
{
    public const string Configuration =
#if DEBUG
        "Debug";
#else
        "Release";
#endif

    public static string RepositoryRoot { get; } =
        typeof(CrashReport).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "RepositoryRoot").Value!;

    /// <summary>The long form is kept.</summary>
    public void Keep()
    {
        if (Plan.IsLong)
        {
            File.AppendAllText(Path.Combine(RepositoryRoot, "tests", "MedtechBot.Host.Tests", "Crash", "RESULTS.md"), this + "\n");
        }
    }

    public override string ToString()
    {
        var starts = Hosts.Starts.Select(s => s.Took.TotalSeconds).Order().ToList();
        var processor = Hosts.Starts.Select(s => s.Processor.TotalSeconds).Order().ToList();
        return string.Create(CultureInfo.InvariantCulture,
            $"| {DateTime.UtcNow:yyyy-MM-dd} | {Over} | {Configuration}, {Environment.ProcessorCount} cores, load {Load()} | {Plan.Seed} | {Plan.Consultations} | {Hosts.Kills} | {Hosts.LostAnswers} | {InConversations} | {Mail} | {Hooks} | {starts[starts.Count / 2]:0.0} s ({starts[0]:0.0} - {starts[^1]:0.0}), processor {processor[processor.Count / 2]:0.0} s | {Took.TotalSeconds:0} s |");
    }

    private static string Load() => File.Exists("/proc/loadavg") ? File.ReadAllText("/proc/loadavg").Split(' ')[0] : "?";
}
