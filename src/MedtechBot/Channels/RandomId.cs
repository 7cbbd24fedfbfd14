using System.Security.Cryptography;

namespace MedtechBot.Channels;

/// <summary>Ids nobody can guess: 128 random bits in hexadecimal.</summary>
public static class RandomId
{
    public static string Next() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
}
