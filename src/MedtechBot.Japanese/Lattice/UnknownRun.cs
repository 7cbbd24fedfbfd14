namespace MedtechBot.Japanese.Lattice;

/// <summary>Remembers where a run of one character class ends, so that long runs stay linear.</summary>
internal struct UnknownRun
{
    private int start;
    private int end;

    public int EndFrom(ReadOnlySpan<char> text, int place, byte charClass, CharacterClassifier classifier)
    {
        if (place >= start && place < end)
        {
            return end;
        }

        start = place;
        end = place;
        do
        {
            end += CharacterClassifier.UnitsAt(text, end);
        }
        while (end < text.Length && classifier.Classify(text[end]) == charClass);

        return end;
    }
}
