namespace MedtechBot.Japanese.Lattice;

/// <summary>Cuts text into the stretches that are analysed one by one.</summary>
internal static class SentenceSplitter
{
    // Far longer than sentences are. It bounds memory and keeps the sums of costs within an int.
    private const int MaxLength = 8192;
    private const int CutSearchLength = 512;

    /// <summary>The length of the first sentence: up to and including 、 or 。 as in kuromoji.js.</summary>
    public static int NextLength(ReadOnlySpan<char> text)
    {
        var head = text[..Math.Min(text.Length, MaxLength)];
        var punctuation = head.IndexOfAny('、', '。');
        if (punctuation >= 0)
        {
            return punctuation + 1;
        }

        return head.Length == text.Length ? head.Length : CutLength(head);
    }

    // Text without punctuation is cut behind white space if possible, and never inside a pair.
    private static int CutLength(ReadOnlySpan<char> head)
    {
        var space = head[^CutSearchLength..].LastIndexOfAny(" \u3000\n\r\t");
        if (space >= 0)
        {
            return head.Length - CutSearchLength + space + 1;
        }

        return char.IsHighSurrogate(head[^1]) ? head.Length - 1 : head.Length;
    }
}
