using System.Security.Cryptography;
using System.Text;
using MedtechBot.People;

namespace MedtechBot.Teams.Coordinators;

/// <summary>Twelve letters and digits that cannot be taken for each other, 59 random bits: enough for a quarter of an hour, and short enough to type.</summary>
internal static class TeamsCode
{
    private const string Letters = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    private const int Length = 12;

    public static string Next()
    {
        var code = RandomNumberGenerator.GetString(Letters, Length);
        return $"{code[..4]}-{code[4..8]}-{code[8..]}";
    }

    /// <summary>However it was typed.</summary>
    public static string Hash(string typed) =>
        Secret.Hash(string.Concat(typed.Normalize(NormalizationForm.FormKC).Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant());
}
