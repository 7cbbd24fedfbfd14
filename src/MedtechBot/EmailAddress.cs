namespace MedtechBot;

/// <summary>E-mail addresses as people give them.</summary>
internal static class EmailAddress
{
    public const int Longest = 254;

    /// <summary>Gentle: only what cannot be an address is turned away.</summary>
    public static bool IsPossible(string email) =>
        email.Length <= Longest && email.Split('@') is [{ Length: > 0 }, var domain] && domain.Contains('.') && !domain.StartsWith('.') && !domain.EndsWith('.')
        && !domain.Contains("..", StringComparison.Ordinal) && !email.Any(char.IsWhiteSpace) && !email.AsSpan().ContainsAny("<>\"',;:\\");
}
