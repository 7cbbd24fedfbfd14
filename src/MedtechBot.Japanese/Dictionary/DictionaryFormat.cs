using System.Runtime.InteropServices;

namespace MedtechBot.Japanese.Dictionary;

/// <summary>
/// The layout of ipadic.dic, shared by the converter that writes it and the analyzer that maps it:
/// a header of magic, version and file length, then offset and length of every section, then the
/// sections, each aligned so that it can be used in place. Little endian.
/// </summary>
internal static class DictionaryFormat
{
    public const string FileName = "ipadic.dic";
    public const ulong Magic = 0x0043494441504942; // "BIPADIC\0"
    public const int Version = 1;
    public const int Alignment = 64;
    public const int SectionCount = (int)DictionarySection.Count;
    public const int HeaderLength = 8 + 8 + 8 + (SectionCount * 16);
}

internal enum DictionarySection
{
    Trie,
    CharCodes,
    Entries,
    Features,
    Strings,
    PartsOfSpeech,
    Connections,
    CharClasses,
    ClassDefinitions,
    Count,
}

/// <summary>A node of the double array: its children are at Base + code if their Check is the node.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 4)]
internal struct TrieUnit
{
    public int Base;
    public int Check;

    /// <summary>First entry shifted by <see cref="ValueShift"/>, and the number of entries; or -1.</summary>
    public int Value;

    public const int ValueShift = 8;
    public const int NoValue = -1;
}

/// <summary>What the lattice needs of a word, apart from the rest for the sake of the cache.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 2)]
internal struct WordEntry
{
    public ushort LeftId;
    public ushort RightId;
    public short Cost;
    public ushort PartOfSpeechId;
}

/// <summary>Base form and reading as places in the string section; a base length of 0 means the surface.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 4)]
internal struct WordFeature
{
    public int BaseStart;
    public int ReadingStart;
    public ushort BaseLength;
    public ushort ReadingLength;
}

[StructLayout(LayoutKind.Sequential, Pack = 4)]
internal struct PartOfSpeechRecord
{
    public int DetailStart;
    public ushort DetailLength;
    public ushort Code;
}

/// <summary>How unknown words of a character class are made, and which entries describe them.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 4)]
internal struct CharClassDefinition
{
    public int FirstEntry;
    public ushort EntryCount;
    public byte AlwaysInvoke;
    public byte Grouping;
}
