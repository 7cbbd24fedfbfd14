using System.Security.Cryptography;
using System.Text;

namespace MedtechBot.People;

/// <summary>What opens something: random, shown once, and kept as a hash alone, so that the database opens nothing.</summary>
public static class Secret
{
    public const int HashLength = 64;

    private const int Longest = 100;

    /// <summary>256 random bits in hexadecimal.</summary>
    public static string Next() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));

    /// <summary>An id nobody can guess, which may be seen: 128 random bits.</summary>
    public static string NextId() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));

    /// <summary>The hash that is kept; empty, which is never kept, for what is too long to be a secret of ours.</summary>
    public static string Hash(string secret) =>
        secret.Length <= Longest ? Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret))) : "";
}
