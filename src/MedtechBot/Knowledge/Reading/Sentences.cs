namespace MedtechBot.Knowledge.Reading;

/// <summary>Splits Japanese and English text into sentences. What stands in quotation marks or brackets stays together.</summary>
internal static class Sentences
{
    private const string Openers = "「『（(【〔［[“";
    private const string Closers = "」』）)】〕］]”";

    private static readonly HashSet<string> Abbreviations = new(StringComparer.OrdinalIgnoreCase)
    {
        "e.g", "i.e", "etc", "vs", "cf", "no", "nos", "fig", "figs", "inc", "ltd", "co", "corp", "dr", "mr", "mrs", "ms", "prof", "approx", "ca", "st", "art", "sec", "ver", "vol", "pp", "al",
    };

    public static IReadOnlyList<string> Split(string text)
    {
        var sentences = new List<string>();
        var closedAt = MatchBrackets(text);
        var start = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (closedAt.TryGetValue(i, out var closer))
            {
                i = closer;
            }
            if (text[i] == '\n' || EndsAt(text, i))
            {
                Add(text[start..(i + 1)]);
                start = i + 1;
            }
        }
        Add(text[start..]);
        return sentences;

        void Add(string sentence)
        {
            if (sentence.Trim() is { Length: > 0 } trimmed)
            {
                sentences.Add(trimmed);
            }
        }
    }

    private static bool EndsAt(string text, int i)
    {
        var next = i + 1 < text.Length ? text[i + 1] : '\n';
        switch (text[i])
        {
            case '。' or '！' or '？':
                return next is not ('。' or '！' or '？') && !Closers.Contains(next);
            case '!' or '?':
                return char.IsWhiteSpace(next) || (i > 0 && IsJapanese(text[i - 1]) && IsJapanese(next));
            case '.':
                return char.IsWhiteSpace(next) && !IsAbbreviation(text, i) && StartsSentence(text, i + 1);
            default:
                // A closing bracket takes the full stop before it along: (as of 2022.) Next
                return Closers.Contains(text[i]) && i > 0 && text[i - 1] is '.' or '?' or '!' && char.IsWhiteSpace(next) && StartsSentence(text, i + 1);
        }
    }

    private static bool IsAbbreviation(string text, int dot)
    {
        var start = dot;
        while (start > 0 && (char.IsAsciiLetter(text[start - 1]) || text[start - 1] == '.'))
        {
            start--;
        }
        var word = text[start..dot];
        return Abbreviations.Contains(word) || (word.Length == 1 && char.IsAsciiLetterUpper(word[0])) || (word.Length > 1 && word[^2] == '.');
    }

    private static bool StartsSentence(string text, int from)
    {
        while (from < text.Length && char.IsWhiteSpace(text[from]))
        {
            from++;
        }
        return from >= text.Length || !char.IsAsciiLetterLower(text[from]);
    }

    // Only brackets that close again keep their content together; a stray one must not swallow the rest.
    private static Dictionary<int, int> MatchBrackets(string text)
    {
        var pairs = new Dictionary<int, int>();
        var open = new Stack<int>();
        for (var i = 0; i < text.Length; i++)
        {
            if (Openers.Contains(text[i]))
            {
                open.Push(i);
            }
            else if (Closers.IndexOf(text[i]) is >= 0 and var kind && open.Any(o => text[o] == Openers[kind]))
            {
                while (open.Pop() is var opener)
                {
                    if (text[opener] == Openers[kind])
                    {
                        pairs[opener] = i;
                        break;
                    }
                }
            }
        }
        return pairs;
    }

    public static bool IsJapanese(char c) => c is >= '\u3000' and <= '\u30FF' or >= '\u3400' and <= '\u9FFF' or >= '\uF900' and <= '\uFAFF' or >= '\uFF00' and <= '\uFFEF';
}
