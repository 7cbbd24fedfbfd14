using MedtechBot.Channels;

namespace MedtechBot.Teams;

/// <summary>In how many parts a message leaves.</summary>
internal static class TeamsParts
{
    public static int CountOf(ActivityRow message) => 1;
}
