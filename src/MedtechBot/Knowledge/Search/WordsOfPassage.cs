using MedtechBot.Knowledge.Stored;

namespace MedtechBot.Knowledge.Search;

/// <summary>The words of one passage, its headings and its units, as sorted numbers. Sounds are read when a question in kana asks for them.</summary>
internal sealed class WordsOfPassage
{
    private readonly byte[] _record;
    private readonly int _soundsAt;
    private (ulong[] All, ulong[][] Headings)? _sounds;

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
        Units = Many(ref reader, All);
        English = Many(ref reader, All);
        Bigrams = reader.Rising();
        _soundsAt = record.Length - reader.Left;
    }

    public int[] All { get; }

    public int[] DocumentTitle { get; }

    /// <summary>The heading in both languages and the other ways people ask.</summary>
    public int[][] Headings { get; }

    public AskedFor[] HeadingKinds { get; }

    /// <summary>The jurisdictions that its headings and its first sentence name.</summary>
    public IReadOnlySet<string> Named { get; }

    public int[][] Units { get; }

    public int[][] English { get; }

    public uint[] Bigrams { get; }

    public ulong[] KanaGrams => Sounds.All;

    public ulong[][] HeadingKanaGrams => Sounds.Headings;

    private (ulong[] All, ulong[][] Headings) Sounds => _sounds ??= ReadSounds();

    private (ulong[], ulong[][]) ReadSounds()
    {
        var reader = new ByteReader(_record.AsSpan(_soundsAt));
        ulong[] all = [.. reader.Rising().Select(n => (ulong)n)];
        return (all, Many(ref reader, all));
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
