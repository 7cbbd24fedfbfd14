namespace MedtechBot.Knowledge.Search;

/// <summary>
/// What English words of one family have in common: approve, approved and approval; register and registration; licence, license and
/// licensing. Made for telling whether two texts speak of the same, not for showing.
/// </summary>
internal static class EnglishStem
{
    private const int Shortest = 4;

    // "medic" is the name of a programme.
    private const string Kept = "medical";

    // Longest first, so that "registration" loses its whole ending.
    private static readonly string[] Endings =
    [
        "izations", "ization", "isation", "izing", "ising", "ized", "ised", "ize", "ise",
        "rations", "ration", "ations", "ation", "ating", "ated", "ators", "ator", "ates", "ate", "ments", "ment", "ances", "ance", "ences", "ence",
        "ional", "ions", "ion", "ings", "ing", "ers", "er", "ors", "or", "ed", "als", "al", "ive", "ory", "able", "ible", "ly",
    ];

    // notify, notified, notification
    private static readonly string[] EndingsOfVerbsInIfy = ["ications", "ication", "ying", "iers", "ier", "ied", "ies", "y"];

    public static string Of(ReadOnlySpan<char> word)
    {
        if (word.Length <= 3 || !char.IsAsciiLetterLower(word[0]) || word is Kept)
        {
            return word.ToString();
        }
        if (word[^1] == 's' && word[^2] is not ('s' or 'u' or 'i'))
        {
            word = word.EndsWith("ies", StringComparison.Ordinal) ? string.Concat(word[..^3], "y") : word[..^1];
        }
        // register-ed is register, and regist- as in registration.
        var stem = InIfy(word) is { Length: > 0 } verb ? verb : WithoutEnding(WithoutEnding(word));
        if (stem.Length > Shortest && stem[^1] is 'e' or 'y')
        {
            stem = stem[..^1];
        }
        // labell- and label-
        if (stem.Length > Shortest && stem[^1] == stem[^2] && stem[^1] is 'l' or 't' or 'n' or 'p' or 'r' or 'm')
        {
            stem = stem[..^1];
        }
        return stem.EndsWith("nc", StringComparison.Ordinal) ? string.Concat(stem[..^1], "s") : stem.ToString();
    }

    private static ReadOnlySpan<char> InIfy(ReadOnlySpan<char> word)
    {
        foreach (var ending in EndingsOfVerbsInIfy)
        {
            if (word.Length - ending.Length > Shortest && word.EndsWith(ending, StringComparison.Ordinal) && word[..^ending.Length].EndsWith("if", StringComparison.Ordinal))
            {
                return word[..^ending.Length];
            }
        }
        return [];
    }

    private static ReadOnlySpan<char> WithoutEnding(ReadOnlySpan<char> word)
    {
        foreach (var ending in Endings)
        {
            if (word.Length - ending.Length >= Shortest && word.EndsWith(ending, StringComparison.Ordinal))
            {
                return word[..^ending.Length];
            }
        }
        return word;
    }
}
