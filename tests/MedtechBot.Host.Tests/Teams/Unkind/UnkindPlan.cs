using System.Globalization;

namespace MedtechBot.Host.Tests.Teams.Unkind;

/// <summary>How many messages leave into how many conversations.</summary>
internal sealed record UnkindPlan(int Messages, int Conversations, int Seed, bool IsLong)
{
    private const string LongForm = "MEDTECHBOT_TEAMS_MESSAGES";
    private const string GivenSeed = "MEDTECHBOT_TEAMS_SEED";

    public int InEach => Messages / Conversations;

    /// <summary>Short unless the environment asks for so many messages; what goes wrong differs each time unless it gives a seed.</summary>
    public static UnkindPlan Read()
    {
        var isLong = int.TryParse(Environment.GetEnvironmentVariable(LongForm), NumberStyles.None, CultureInfo.InvariantCulture, out var many) && many > 0;
        var seed = int.TryParse(Environment.GetEnvironmentVariable(GivenSeed), NumberStyles.None, CultureInfo.InvariantCulture, out var given) ? given : Random.Shared.Next();
        return isLong ? new UnkindPlan(many, Math.Max(1, many / 50), seed, IsLong: true) : new UnkindPlan(160, 40, seed, IsLong: false);
    }
}
