using System.Globalization;
using System.Text;
using MedtechBot.Japanese;

namespace MedtechBot.People;

/// <summary>A name people go by at the desk, cleaned, and the key under which it is unique: case, width and spaces do not tell two people apart.</summary>
public readonly record struct PersonName
{
    public const int Longest = 40;

    private const int LongestTyped = 1_000;

    private PersonName(string value, string key) => (Value, Key) = (value, key);

    public string Value { get; }

    public string Key { get; }

    /// <summary>False for what is empty, too long, or kept for keys.</summary>
    public static bool TryRead(string? typed, out PersonName name)
    {
        var value = typed is { Length: <= LongestTyped } ? Clean(typed) : "";
        var key = KeyOf(value);
        var taken = key.StartsWith("api:", StringComparison.Ordinal);
        name = value.Length is > 0 and <= Longest && key.Length is > 0 and <= Longest * 2 && !taken ? new PersonName(value, key) : default;
        return name.Value is not null;
    }

    /// <summary>The key of anything typed where a name may stand.</summary>
    public static string KeyOf(string typed) =>
        string.Concat(TextNormalizer.Normalize(typed, NormalizationOptions.KeepVariants).Text.Where(c => !char.IsWhiteSpace(c)));

    public override string ToString() => Value ?? "";

    // Nothing that cannot be seen, turns the direction or breaks the line: two names that look alike are alike.
    private static string Clean(string typed)
    {
        var clean = new StringBuilder(typed.Length);
        foreach (var rune in typed.EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune) && !Rune.IsControl(rune))
            {
                clean.Append(clean is [] or [.., ' '] ? "" : " ");
            }
            else if (IsVisible(rune))
            {
                clean.Append(rune);
            }
        }
        return clean.ToString().Trim();
    }

    private static bool IsVisible(Rune rune) => rune != Rune.ReplacementChar && Rune.GetUnicodeCategory(rune) is not (
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned
        or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);
}
