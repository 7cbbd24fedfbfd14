namespace MedtechBot.Japanese.Lattice;

/// <summary>The penalties of Kuromoji's search mode.</summary>
internal static class CompoundPenalty
{
    private const int KanjiLength = 2;
    private const int KanjiPenalty = 3000;
    private const int OtherLength = 7;
    private const int OtherPenalty = 1700;

    public static int Of(ReadOnlySpan<char> word)
    {
        if (word.Length <= KanjiLength)
        {
            return 0;
        }

        if (IsAllKanji(word))
        {
            return (word.Length - KanjiLength) * KanjiPenalty;
        }

        return word.Length > OtherLength ? (word.Length - OtherLength) * OtherPenalty : 0;
    }

    private static bool IsAllKanji(ReadOnlySpan<char> word) => !word.ContainsAnyExcept(Kana.Kanji);
}
