using MedtechBot.Japanese;

namespace MedtechBot.People;

/// <summary>A name people go by at the desk, cleaned, and the key under which it is unique: case, width and spaces do not tell two people apart.</summary>
public readonly record struct PersonName
{
    public const int Longest = 40;

    private PersonName(string value, string key) => (Value, Key) = (value, key);

    public string Value { get; }

    public string Key { get; }

    /// <summary>False for what is empty, too long, kept for keys, or could be an e-mail address.</summary>
    public static bool TryRead(string? typed, out PersonName name)
    {
        var value = PlainLine.Clean(typed);
        var key = KeyOf(value);
        var fits = value.Length is > 0 and <= Longest && key.Length is > 0 and <= Longest * 2
            && !key.StartsWith("api:", StringComparison.Ordinal) && !key.Contains('@');
        name = fits ? new PersonName(value, key) : default;
        return fits;
    }

    /// <summary>The key of anything typed where a name may stand.</summary>
    public static string KeyOf(string typed) =>
        string.Concat(TextNormalizer.Normalize(typed, NormalizationOptions.KeepVariants).Text.Where(c => !char.IsWhiteSpace(c)));

    public override string ToString() => Value ?? "";
}
