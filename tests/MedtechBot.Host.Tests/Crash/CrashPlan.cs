using System.Globalization;

namespace MedtechBot.Host.Tests.Crash;

/// <summary>How much is asked of the product, and how often it is killed meanwhile.</summary>
internal sealed record CrashPlan(int Consultations, int Kills, int Seed, bool IsLong)
{
    private const string LongForm = "MEDTECHBOT_CRASH_CONSULTATIONS";
    private const string GivenSeed = "MEDTECHBOT_CRASH_SEED";
    private const int Few = 18;
    private const int FewKills = 3;
    private const int ConsultationsPerKill = 16;

    /// <summary>Short unless the environment asks for so many consultations; the moments differ each time unless it gives a seed.</summary>
    public static CrashPlan Read()
    {
        var isLong = int.TryParse(Environment.GetEnvironmentVariable(LongForm), NumberStyles.None, CultureInfo.InvariantCulture, out var many) && many > 0;
        var seed = int.TryParse(Environment.GetEnvironmentVariable(GivenSeed), NumberStyles.None, CultureInfo.InvariantCulture, out var given) ? given : Random.Shared.Next();
        return isLong ? new CrashPlan(many, Math.Max(FewKills, many / ConsultationsPerKill), seed, IsLong: true) : new CrashPlan(Few, FewKills, seed, IsLong: false);
    }
}
