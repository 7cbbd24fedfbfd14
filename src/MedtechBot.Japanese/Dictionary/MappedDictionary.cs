using System.IO.MemoryMappedFiles;

namespace MedtechBot.Japanese.Dictionary;

/// <summary>ipadic.dic mapped into memory: nothing is read or copied until it is used.</summary>
internal sealed unsafe class MappedDictionary : IDisposable
{
    private readonly MemoryMappedFile file;
    private readonly MemoryMappedViewAccessor view;
    private readonly byte* start;

    private MappedDictionary(string path, long length, MemoryMappedFile file, MemoryMappedViewAccessor view)
    {
        this.file = file;
        this.view = view;
        byte* pointer = null;
        view.SafeMemoryMappedViewHandle.AcquirePointer(ref pointer);
        start = pointer + view.PointerOffset;
        CheckHeader(path, length);

        Trie = new Trie((TrieUnit*)Section(DictionarySection.Trie, out var units), units / sizeof(TrieUnit),
            (ushort*)Section(DictionarySection.CharCodes, out _));
        Entries = (WordEntry*)Section(DictionarySection.Entries, out var entries);
        EntryCount = entries / sizeof(WordEntry);
        Features = (WordFeature*)Section(DictionarySection.Features, out _);
        Strings = (char*)Section(DictionarySection.Strings, out _);
        PartsOfSpeech = (PartOfSpeechRecord*)Section(DictionarySection.PartsOfSpeech, out _);
        Connections = (short*)Section(DictionarySection.Connections, out var connections);
        ConnectionSize = (int)Math.Sqrt(connections / sizeof(short));
        CharClasses = Section(DictionarySection.CharClasses, out _);
        Classes = (CharClassDefinition*)Section(DictionarySection.ClassDefinitions, out _);
        FirstUnknownEntry = Classes[0].FirstEntry;
    }

    public Trie Trie { get; }

    public WordEntry* Entries { get; }

    public int EntryCount { get; }

    /// <summary>The entries from here on describe unknown words.</summary>
    public int FirstUnknownEntry { get; }

    public WordFeature* Features { get; }

    public char* Strings { get; }

    public PartOfSpeechRecord* PartsOfSpeech { get; }

    /// <summary>A row of costs for each left id, by the right id of the word before.</summary>
    public short* Connections { get; }

    public int ConnectionSize { get; }

    public byte* CharClasses { get; }

    public CharClassDefinition* Classes { get; }

    public static MappedDictionary Open(string path)
    {
        // Deleting is shared, so that a build may put a new file in this one's place.
        var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, 1);
        if (stream.Length < DictionaryFormat.HeaderLength)
        {
            stream.Dispose();
            throw Damaged(path);
        }

        var length = stream.Length;
        var file = MemoryMappedFile.CreateFromFile(
            stream, null, 0, MemoryMappedFileAccess.Read, HandleInheritability.None, leaveOpen: false);
        MemoryMappedViewAccessor? view = null;
        try
        {
            view = file.CreateViewAccessor(0, 0, MemoryMappedFileAccess.Read);
            return new MappedDictionary(path, length, file, view);
        }
        catch
        {
            view?.Dispose();
            file.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        view.SafeMemoryMappedViewHandle.ReleasePointer();
        view.Dispose();
        file.Dispose();
    }

    private void CheckHeader(string path, long length)
    {
        var header = (long*)start;
        var isIntact = (ulong)header[0] == DictionaryFormat.Magic
            && header[1] == DictionaryFormat.Version
            && header[2] <= length;
        if (!isIntact)
        {
            view.SafeMemoryMappedViewHandle.ReleasePointer();
            throw Damaged(path);
        }
    }

    private static InvalidDataException Damaged(string path) =>
        new($"{path} is not a complete dictionary of format {DictionaryFormat.Version}: build MedtechBot.Japanese again.");

    private byte* Section(DictionarySection section, out int length)
    {
        var place = (long*)(start + 24) + ((int)section * 2);
        length = (int)place[1];
        return start + place[0];
    }
}
