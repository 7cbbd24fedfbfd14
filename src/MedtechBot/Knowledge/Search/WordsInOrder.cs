using System.Runtime.InteropServices;
using MedtechBot.Knowledge.Stored;

namespace MedtechBot.Knowledge.Search;

/// <summary>
/// The words of a document in the order they stand in, compounds only as their parts: the different ones as rising numbers, how long each
/// heading is, then for each place which of them stands there, or the end of a sentence.
/// </summary>
internal static class WordsInOrder
{
    /// <summary>The end of a sentence; words count from 1.</summary>
    public const int End = 0;

    private const int MostOfOneByte = byte.MaxValue;

    [ThreadStatic]
    private static List<uint>? _places;

    public static byte[] Write(DocumentTerms document, Dictionary<string, uint> numbers)
    {
        var places = _places ??= [];
        places.Clear();
        Span<int> headings = stackalloc int[document.Headings];
        for (var text = 0; text < document.Whole.Length; text++)
        {
            Add(document.Whole[text], numbers, places);
            if (text < headings.Length)
            {
                headings[text] = places.Count;
            }
        }
        var all = RunCounts.Distinct(CollectionsMarshal.AsSpan(places));
        var distinct = all.AsSpan(all.Length > 0 && all[0] == End ? 1 : 0);
        var writer = new ByteWriter();
        foreach (ref var number in distinct)
        {
            number--;
        }
        WriteWords(writer, MemoryMarshal.Cast<uint, int>(distinct));
        var start = writer.Length;
        writer.Number(headings.Length);
        for (var i = 0; i < headings.Length; i++)
        {
            writer.Number(headings[i] - (i == 0 ? 0 : headings[i - 1]));
        }
        WritePlaces(writer, CollectionsMarshal.AsSpan(places), distinct);
        // The words are read eight bytes at once; more ends of sentences say nothing.
        writer.Bytes(new byte[Math.Max(0, RisingNumbers.Padding - (writer.Length - start)) + 1 & ~1]);
        return writer.ToArray();
    }

    /// <param name="words">Where each word now stands, rising.</param>
    public static byte[] Renumber(ReadOnlySpan<byte> record, int[] words)
    {
        var numbers = new int[WordsOf(record)];
        var rest = ReadWords(record, numbers);
        foreach (ref var number in numbers.AsSpan())
        {
            number = words[number];
        }
        var writer = new ByteWriter();
        WriteWords(writer, numbers);
        writer.Bytes(rest);
        return writer.ToArray();
    }

    /// <summary>How many different words there are.</summary>
    public static int WordsOf(ReadOnlySpan<byte> record) => new ByteReader(record).Count();

    /// <returns>What follows them.</returns>
    public static ReadOnlySpan<byte> ReadWords(ReadOnlySpan<byte> record, Span<int> words)
    {
        var reader = new ByteReader(record);
        if (reader.Count() == 0)
        {
            return reader.Bytes(reader.Left);
        }
        var range = reader.Count();
        return RisingNumbers.Read(reader.Bytes(reader.Left), words, 0, range);
    }

    private static void WriteWords(ByteWriter writer, ReadOnlySpan<int> words)
    {
        writer.Number(words.Length);
        if (words.Length > 0)
        {
            writer.Number(words[^1] + 1);
            RisingNumbers.Write(writer, words, 0, words[^1] + 1);
        }
    }

    /// <summary>How many bytes a place takes.</summary>
    public static int PlaceLength(int distinct) => distinct <= MostOfOneByte ? 1 : 2;

    private static void Add(SearchTerms text, Dictionary<string, uint> numbers, List<uint> places)
    {
        for (var i = 0; i < text.Words.Count; i++)
        {
            // The end of the text before is one already.
            if (text.Marks[i].HasFlag(WordMarks.FirstOfSentence) && places.Count > 0 && places[^1] != End)
            {
                places.Add(End);
            }
            if (!text.Marks[i].HasFlag(WordMarks.Compound))
            {
                places.Add(numbers[text.Words[i]] + 1);
            }
        }
        if (places.Count > 0 && places[^1] != End)
        {
            places.Add(End);
        }
    }

    private static void WritePlaces(ByteWriter writer, ReadOnlySpan<uint> places, ReadOnlySpan<uint> distinct)
    {
        var isWide = PlaceLength(distinct.Length) > 1;
        Span<byte> two = stackalloc byte[2];
        foreach (var place in places)
        {
            // More than two bytes tell apart are in no document that people write.
            var local = place == End ? End : Math.Min(distinct.BinarySearch(place - 1) + 1, ushort.MaxValue);
            (two[0], two[1]) = ((byte)local, (byte)(local >> 8));
            writer.Bytes(isWide ? two : two[..1]);
        }
    }
}
