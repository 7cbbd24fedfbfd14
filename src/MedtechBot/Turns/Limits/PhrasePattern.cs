namespace MedtechBot.Turns.Limits;

/// <summary>
/// A few words in their order. <c>a|b</c> is either of them, <c>…</c> at most 16 letters between (<c>…40</c>: 40), all in one
/// sentence (<c>…。40</c>: or in the next), <c>+</c> nothing between but a space. Reading a text takes time in proportion to its
/// length, whatever stands in it.
/// </summary>
internal sealed class PhrasePattern
{
    private const int UsualGap = 16;

    private readonly (Gap Gap, PhraseWord[] Words)[] _parts;

    private PhrasePattern(string notation, (Gap Gap, PhraseWord[] Words)[] parts)
    {
        Notation = notation;
        _parts = parts;
    }

    public string Notation { get; }

    /// <exception cref="FormatException">The notation is broken.</exception>
    public static PhrasePattern Parse(string notation, Readings readings)
    {
        var parts = new List<(Gap Gap, PhraseWord[] Words)>();
        Gap? gap = default(Gap);
        foreach (var piece in Pieces(notation))
        {
            if (GapOf(piece) is { } found)
            {
                gap = gap is null && parts.Count > 0 ? found : throw new FormatException("a gap stands between words");
            }
            else
            {
                parts.Add((gap ?? throw new FormatException("words follow a gap or +"), [.. piece.Split('|').Select(w => PhraseWord.Parse(w.Trim(), readings))]));
                gap = null;
            }
        }
        return gap is null ? new PhrasePattern(notation, [.. parts]) : throw new FormatException("words are missing");
    }

    /// <summary>The sentences it is found in; one may come more than once.</summary>
    public IEnumerable<int> FindSentences(MatchText text)
    {
        var reached = Occurrences(_parts[0].Words, text);
        foreach (var (gap, words) in _parts.Skip(1))
        {
            if (reached.Count == 0)
            {
                break;
            }
            reached = After(reached, gap, Occurrences(words, text), text);
        }
        // One that begins with a sentence end is found in the sentence that follows.
        return reached.Select(r => text.SentenceAt(text.Text[r.Start] == MatchText.SentenceEnd ? r.Start + 1 : r.Start));
    }

    private static List<(int Start, int End)> Occurrences(PhraseWord[] words, MatchText text)
    {
        var found = new List<(int Start, int End)>();
        foreach (var word in words)
        {
            word.FindIn(text, found);
        }
        found.Sort();
        return found;
    }

    // The nearest one before is the only one to look at: if it is too far away, so is every other.
    private static List<(int Start, int End)> After(List<(int Start, int End)> before, Gap gap, List<(int Start, int End)> next, MatchText text)
    {
        before.Sort((a, b) => a.End.CompareTo(b.End));
        var reached = new List<(int Start, int End)>();
        var at = 0;
        foreach (var (start, end) in next)
        {
            while (at < before.Count && before[at].End <= start)
            {
                at++;
            }
            if (at > 0 && before[at - 1] is var (first, last) && gap.Allows(text.Text.AsSpan(last, start - last)))
            {
                reached.Add((first, end));
            }
        }
        return reached;
    }

    // Words may hold spaces, so only what stands alone is a sign.
    private static IEnumerable<string> Pieces(string notation)
    {
        var words = new List<string>();
        foreach (var token in notation.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (GapOf(token) is null)
            {
                words.Add(token);
                continue;
            }
            if (words.Count > 0)
            {
                yield return string.Join(' ', words);
                words.Clear();
            }
            yield return token;
        }
        if (words.Count > 0)
        {
            yield return string.Join(' ', words);
        }
    }

    private static Gap? GapOf(string token) => token switch
    {
        "+" => new Gap(0, false),
        "…" => new Gap(UsualGap, false),
        ['…', '。', .. var number] when int.TryParse(number, out var most) => new Gap(most, true),
        ['…', .. var number] when int.TryParse(number, out var most) => new Gap(most, false),
        _ => null,
    };

    private readonly record struct Gap(int Most, bool IntoNextSentence)
    {
        public bool Allows(ReadOnlySpan<char> between) =>
            between.Length <= Most ? IntoNextSentence || !between.Contains(MatchText.SentenceEnd) : between is " ";
    }
}
