using System.Security.Cryptography;
using System.Text;

namespace MedtechBot.Repeats;

/// <summary>A change that a program may ask for again without its happening again.</summary>
/// <param name="Hash">Of everything that was asked for: another hash under the same key is a mistake of the program.</param>
public sealed record RepeatableRequest(string ApiKeyId, string RepeatKey, string Hash)
{
    public const int LongestKey = 200;

    /// <summary>
    /// The id of whatever the request writes: the same whenever it is repeated, so that it is written once even if this process dies
    /// before the answer is kept, and after the answer was forgotten.
    /// </summary>
    public string DerivedId { get; } = HashOf($"{ApiKeyId}\n{RepeatKey}\n{Hash}");

    /// <param name="action">What is asked for: method and address.</param>
    public static RepeatableRequest Of(string apiKeyId, string repeatKey, string action, ReadOnlySpan<byte> body) =>
        new(apiKeyId, repeatKey, HashOf($"{action}\n{Convert.ToHexStringLower(SHA256.HashData(body))}"));

    private static string HashOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}

/// <param name="Ticket">The number of the ticket that the body shows; null when it shows none.</param>
public sealed record KeptAnswer(int Status, string Body, string? Location, string? Ticket);

public enum RepeatState
{
    /// <summary>Nobody is at it: the caller does it now.</summary>
    Begun,

    /// <summary>It was done; the answer is there.</summary>
    Answered,

    /// <summary>Somebody is at it.</summary>
    Running,

    /// <summary>The key was used for something else.</summary>
    OtherRequest,
}
