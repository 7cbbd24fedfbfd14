using Microsoft.EntityFrameworkCore;

namespace MedtechBot.People;

/// <summary>Two people who want the same name or address at the same moment: the database lets one have it, and the other looks again.</summary>
internal static class LookAgain
{
    private const int Attempts = 3;

    public static async Task<T> OnConflictAsync<T>(Func<Task<T>> attempt)
    {
        for (var attempts = 1; ; attempts++)
        {
            try
            {
                return await attempt();
            }
            catch (DbUpdateException) when (attempts < Attempts)
            {
            }
        }
    }
}
