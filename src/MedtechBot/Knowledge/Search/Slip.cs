namespace MedtechBot.Knowledge.Search;

internal enum SlipKind { None, Replaced, Swapped, Doubled, Added, Dropped }

/// <summary>What makes one word another by a single slip of the finger or the eye.</summary>
/// <param name="At">Where in the written word.</param>
internal readonly record struct Slip(SlipKind Kind, int At)
{
    /// <summary>The word itself and the word without each of its characters: words a slip apart have one of these in common.</summary>
    public static IEnumerable<string> Keys(string word) =>
        Enumerable.Range(0, word.Length).Select(i => word.Remove(i, 1)).Append(word).Distinct();

    /// <summary>The slip that made <paramref name="meant"/> into <paramref name="written"/>; none when it takes more than one.</summary>
    public static Slip Between(string written, string meant)
    {
        var at = 0;
        while (at < written.Length && at < meant.Length && written[at] == meant[at])
        {
            at++;
        }
        var (rest, wanted) = (written[at..], meant[at..]);
        if (rest.Length == wanted.Length)
        {
            return rest.Length == 0 ? default
                : rest[1..] == wanted[1..] ? new Slip(SlipKind.Replaced, at)
                : rest.Length > 1 && rest[0] == wanted[1] && rest[1] == wanted[0] && rest[2..] == wanted[2..] ? new Slip(SlipKind.Swapped, at)
                : default;
        }
        return rest.Length == wanted.Length + 1 && rest[1..] == wanted ? new Slip(at > 0 && rest[0] == written[at - 1] ? SlipKind.Doubled : SlipKind.Added, at)
            : rest.Length + 1 == wanted.Length && rest == wanted[1..] ? new Slip(SlipKind.Dropped, at)
            : default;
    }
}
