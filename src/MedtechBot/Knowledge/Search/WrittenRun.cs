using MedtechBot.Japanese;

namespace MedtechBot.Knowledge.Search;

internal enum Script { None, Kanji, Katakana, Latin }

/// <summary>A stretch of text in one script: a word, or words that follow each other without a sign between them.</summary>
internal readonly record struct WrittenRun(int Start, int Length, Script Script)
{
    /// <summary>The runs of a normalised text, in order; hiragana and signs are none.</summary>
    public static IEnumerable<WrittenRun> In(string text)
    {
        var start = 0;
        while (start < text.Length)
        {
            var script = ScriptOf(text[start]);
            var end = start + 1;
            while (script != Script.None && end < text.Length && (ScriptOf(text[end]) == script || IsLongVowel(text, end, script)))
            {
                end++;
            }
            if (script != Script.None)
            {
                yield return new WrittenRun(start, end - start, script);
            }
            start = end;
        }
    }

    public static Script ScriptOf(char c) =>
        Kana.IsKanji(c) ? Script.Kanji : Kana.IsKatakana(c) ? Script.Katakana : char.IsAsciiLetterOrDigit(c) ? Script.Latin : Script.None;

    // 一 between katakana is a long vowel in the wrong key.
    private static bool IsLongVowel(string text, int at, Script script) =>
        script == Script.Katakana && text[at] == '一' && (at + 1 == text.Length || !Kana.IsKanji(text[at + 1]));
}
