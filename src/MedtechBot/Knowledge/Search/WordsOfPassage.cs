using MedtechBot.Knowledge.Stored;

namespace MedtechBot.Knowledge.Search;

/// <summary>
/// The words of one passage, its headings and its units, as sorted numbers. Those of its units are read when it is quoted, sounds when a
/// question in kana asks for them.
/// </summary>
internal sealed class WordsOfPassage
{
    private readonly byte[] _record;
    private readonly int _partsAt;
    private readonly int _soundsAt;

    // Several turns may look at one passage: what they read is put here in one piece.
    private Tuple<int[][], int[][]>? _parts;
    private Tuple<ulong[], ulong[][]>? _sounds;

    public WordsOfPassage(byte[] record)
    {
        _record = record;
        var reader = new ByteReader(record);
        var all = reader.Rising();
        All = [.. all.Select(n => (int)n)];
        DocumentTitle = Some(ref reader, All);
        Headings = Many(ref reader, All);
        HeadingKinds = new AskedFor[reader.Count()];
        for (var i = 0; i < HeadingKinds.Length; i++)
        {
            HeadingKinds[i] = (AskedFor)reader.Number();
        }
        Named = reader.Texts().ToHashSet(StringComparer.Ordinal);
        Bigrams = reader.Rising();
        var parts = reader.Count();
        _partsAt = record.Length - reader.Left;
        _soundsAt = _partsAt + parts;
    }

    public int[] All { get; }

    public int[] DocumentTitle { get; }

    /// <summary>The heading in both languages and the other ways people ask.</summary>
    public int[][] Headings { get; }

    public AskedFor[] HeadingKinds { get; }

    /// <summary>The jurisdictions that its headings and its first sentence name.</summary>
    public IReadOnlySet<string> Named { get; }

    public int[][] Units => Parts.Item1;

    public int[][] English => Parts.Item2;

    public uint[] Bigrams { get; }

    public ulong[] KanaGrams => Sounds.Item1;

    public ulong[][] HeadingKanaGrams => Sounds.Item2;

    private Tuple<ulong[], ulong[][]> Sounds => _sounds ??= ReadSounds();

    private Tuple<int[][], int[][]> Parts => _parts ??= ReadParts();

    private Tuple<int[][], int[][]> ReadParts()
    {
        var reader = new ByteReader(_record.AsSpan(_partsAt));
        return Tuple.Create(Many(ref reader, All), Many(ref reader, All));
    }

    private Tuple<ulong[], ulong[][]> ReadSounds()
    {
        var reader = new ByteReader(_record.AsSpan(_soundsAt));
        ulong[] all = [.. reader.Rising().Select(n => (ulong)n)];
        return Tuple.Create(all, Many(ref reader, all));
    }

    private static T[][] Many<T>(ref ByteReader reader, T[] all)
    {
        var many = new T[reader.Count()][];
        for (var i = 0; i < many.Length; i++)
        {
            many[i] = Some(ref reader, all);
        }
        return many;
    }

    private static T[] Some<T>(ref ByteReader reader, T[] all)
    {
        var places = reader.Rising();
        var some = new T[places.Length];
        for (var i = 0; i < some.Length; i++)
        {
            some[i] = all[places[i]];
        }
        return some;
    }
}
