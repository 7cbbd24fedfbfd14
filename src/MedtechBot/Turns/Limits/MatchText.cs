using System.Globalization;
using System.Text;
using MedtechBot.Japanese;

namespace MedtechBot.Turns.Limits;

/// <summary>
/// A message in the form patterns are looked for in: width and case folded, katakana as hiragana, no line breaks, invisible
/// characters, decoration or space between Japanese letters; sentences begin and end with <see cref="SentenceEnd"/>.
/// </summary>
internal sealed class MatchText
{
    public const char SentenceEnd = '。';

    private readonly int[] _sentenceOf;

    public MatchText(string message)
        : this(message, Fold(message))
    {
    }

    private MatchText(string message, string folded)
    {
        Message = message;
        Text = SentenceEnd + folded.Trim(SentenceEnd) + SentenceEnd;
        IsKanaOnly = !Text.AsSpan().ContainsAny(Kanji) && Text.Any(Kana.IsHiragana);
        _sentenceOf = new int[Text.Length];
        for (var i = 1; i < Text.Length; i++)
        {
            _sentenceOf[i] = _sentenceOf[i - 1] + (Text[i - 1] == SentenceEnd ? 1 : 0);
        }
    }

    public string Message { get; }

    public string Text { get; }

    /// <summary>Japanese without a single kanji: words are looked for as they are read.</summary>
    public bool IsKanaOnly { get; }

    /// <summary>Words run into each other, so that a word may begin inside another.</summary>
    public bool HasNoWordBounds { get; private init; }

    public int SentenceCount => _sentenceOf[^1] + 1;

    public int SentenceAt(int index) => _sentenceOf[index];

    /// <summary>Letters only, with nothing between them.</summary>
    public static MatchText Squashed(string message) =>
        new(message, string.Concat(Fold(message).Where(char.IsLetter))) { HasNoWordBounds = true };

    public static string Fold(string text)
    {
        var plain = TextNormalizer.Normalize(text).Text;
        var folded = new StringBuilder(plain.Length);
        var space = false;
        for (var i = 0; i < plain.Length; i++)
        {
            var c = plain[i];
            if (EndsSentence(plain, i))
            {
                space = false;
                if (folded.Length > 0 && folded[^1] != SentenceEnd)
                {
                    folded.Append(SentenceEnd);
                }
            }
            else if (char.IsLetterOrDigit(c) || (c == '.' && IsDigitAround(plain, i)))
            {
                if (space && folded.Length > 0 && !IsJapanese(folded[^1]) && !IsJapanese(c))
                {
                    folded.Append(' ');
                }
                space = false;
                folded.Append(Kana.ToHiragana([c]));
            }
            else if (!IsDropped(c))
            {
                space = true;
            }
        }
        return folded.ToString();
    }

    private static readonly System.Buffers.SearchValues<char> Kanji = System.Buffers.SearchValues.Create(
        [.. Enumerable.Range(0x4E00, 0xA000 - 0x4E00).Concat(Enumerable.Range(0x3400, 0x4DC0 - 0x3400)).Select(i => (char)i)]);

    public static bool HasKanji(string text) => text.AsSpan().ContainsAny(Kanji);

    private static bool EndsSentence(string text, int i) => text[i] switch
    {
        '。' or '!' or '?' => true,
        '.' => !IsDigitAround(text, i) && (i + 1 == text.Length || char.IsWhiteSpace(text[i + 1]) || IsJapanese(text[i + 1])),
        _ => false,
    };

    private static bool IsDigitAround(string text, int i) =>
        i > 0 && i + 1 < text.Length && char.IsAsciiDigit(text[i - 1]) && char.IsAsciiDigit(text[i + 1]);

    // Marks on letters and what cannot be seen.
    private static bool IsDropped(char c) => char.GetUnicodeCategory(c) is
        UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.Format or UnicodeCategory.Surrogate
        || c is '\'' or (>= '\0' and < '\t');

    private static bool IsJapanese(char c) => c == SentenceEnd || Kana.IsHiragana(c) || Kana.IsKatakana(c) || Kana.IsKanji(c);
}
