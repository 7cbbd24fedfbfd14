namespace MedtechBot.Japanese.Text;

/// <summary>
/// What people type in place of ー: a dash or a wave dash behind kana. A dash only counts where the
/// word goes on in katakana, particles follow or the text ends; データ-A and カ-1 keep theirs.
/// </summary>
internal static class LongVowelMarks
{
    private const char Mark = 'ー';

    public static bool TryAppend(string text, int at, MappedTextBuilder output)
    {
        var unit = text[at];
        if (output.Last is not { } last || !IsMark(unit, last, text, at))
        {
            return false;
        }

        // すごーーい and すごーい are the same word.
        if (last != Mark)
        {
            output.Append(Mark, at, at + 1);
        }

        return true;
    }

    private static bool IsMark(char unit, char last, string text, int at) => unit switch
    {
        'ー' or 'ｰ' => Kana.IsKatakana(last) || Kana.IsHiragana(last),
        '〜' or '～' or '~' => (Kana.IsKatakana(last) || Kana.IsHiragana(last)) && GoesOn(text, at, anyKana: true),
        '-' or '－' or '−' or '─' or '━' or (>= '\u2010' and <= '\u2015') => Kana.IsKatakana(last) && GoesOn(text, at, anyKana: false),
        _ => false,
    };

    private static bool GoesOn(string text, int at, bool anyKana)
    {
        if (at + 1 == text.Length)
        {
            return true;
        }

        var next = text[at + 1];
        return Kana.IsKatakana(next) || Kana.IsHiragana(next) || IsHalfWidthKatakana(next)
            || (anyKana && next is '、' or '。' or '！' or '!' or '？' or '?');
    }

    private static bool IsHalfWidthKatakana(char unit) => unit is >= 'ｦ' and <= 'ﾟ';
}
