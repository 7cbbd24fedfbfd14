using System.Security.Cryptography;
using System.Text;
using MedtechBot.People;

namespace MedtechBot.Teams.Coordinators;

/// <summary>Twelve letters and digits that cannot be taken for each other, 59 random bits: enough for a quarter of an hour, and short enough to type.</summary>
public static class TeamsCode
{
    private const string Letters = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    private const int Length = 12;

    internal static string Next()
    {
        var code = RandomNumberGenerator.GetString(Letters, Length);
        return $"{code[..4]}-{code[4..8]}-{code[8..]}";
    }

    /// <summary>Whether that could be a code, however it was typed.</summary>
    public static bool IsOne(string typed) => typed.Length <= 4 * Length && Read(typed).Length == Length;

    internal static string Hash(string typed) => Secret.Hash(Read(typed));

    private static string Read(string typed) => string.Concat(typed.Normalize(NormalizationForm.FormKC).Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant();
}
