namespace MedtechBot.People;

public enum PasswordProblem { TooShort, TooLong, IsName }

/// <summary>What a password must be: long, and not what everybody knows of the person. Which characters it has is up to them.</summary>
public static class PasswordRule
{
    public const int Shortest = 12;
    public const int Longest = 200;

    /// <param name="known">Name and address of the person.</param>
    /// <returns>What is wrong with it, or null.</returns>
    public static PasswordProblem? Check(string password, params IEnumerable<string?> known) =>
        password.Length < Shortest ? PasswordProblem.TooShort
        : password.Length > Longest ? PasswordProblem.TooLong
        : known.OfType<string>().Append("medtechbot").Any(word => IsMadeOf(password, word)) ? PasswordProblem.IsName
        : null;

    // Also twice, in other letters and with spaces between.
    private static bool IsMadeOf(string password, string word)
    {
        var key = PersonName.KeyOf(word);
        return key.Length > 0 && PersonName.KeyOf(password).Replace(key, "", StringComparison.Ordinal).Length == 0;
    }
}
