namespace MedtechBot.Japanese.Text;

/// <summary>Characters beyond NFKC that mean the same.</summary>
internal static class WritingVariants
{
    /// <summary>Zero-width characters, the soft hyphen and variation selectors.</summary>
    public static bool IsInvisible(int codePoint) => codePoint is
        0x00AD or (>= 0x200B and <= 0x200D) or 0x2060 or 0xFEFF or
        (>= 0xFE00 and <= 0xFE0F) or (>= 0xE0100 and <= 0xE01EF);

    /// <summary>①-⑳, ⓪, ㉑-㉟, ㊱-㊿, the filled ❶-⓿ and dingbat ➀-➓ forms.</summary>
    public static bool IsCircledDigit(int codePoint) => codePoint is
        (>= 0x2460 and <= 0x2473) or (>= 0x24EA and <= 0x24FF) or
        (>= 0x3251 and <= 0x325F) or (>= 0x32B1 and <= 0x32BF) or (>= 0x2776 and <= 0x2793);

    /// <summary>One character for the variants of dash, quotation mark, and some kanji of names.</summary>
    public static char Unify(char unit) => unit switch
    {
        >= '\u2010' and <= '\u2015' or '\u2212' => '-',
        '〜' => '~',
        '‘' or '’' => '\'',
        '“' or '”' => '"',
        '髙' => '高',
        '﨑' => '崎',
        _ => unit,
    };
}
