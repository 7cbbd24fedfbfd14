using MedtechBot.Japanese.Dictionary;

namespace MedtechBot.Japanese.Lattice;

/// <summary>
/// The character classes by which unknown words are formed. As compiled by kuromoji, every UTF-16
/// unit that char.def does not name is in class SPACE, and DEFAULT is left to surrogates alone.
/// </summary>
internal sealed unsafe class CharacterClassifier(MappedDictionary dictionary)
{
    private const int Default = 0;

    /// <summary>The context id of a common noun, taken from unknown words of kanji.</summary>
    public ushort NounContext { get; } =
        dictionary.Entries[dictionary.Classes[dictionary.CharClasses['漢']].FirstEntry].LeftId;

    public byte Classify(char unit) =>
        char.IsHighSurrogate(unit) ? (byte)Default : dictionary.CharClasses[unit];

    /// <summary>2 for a surrogate pair, otherwise 1.</summary>
    public static int UnitsAt(ReadOnlySpan<char> text, int place) =>
        char.IsHighSurrogate(text[place]) && place + 1 < text.Length && char.IsLowSurrogate(text[place + 1]) ? 2 : 1;
}
