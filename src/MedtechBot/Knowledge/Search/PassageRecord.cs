using System.Runtime.InteropServices;
using MedtechBot.Knowledge.Stored;

namespace MedtechBot.Knowledge.Search;

/// <summary>
/// Writes what <see cref="WordsOfPassage"/> reads: the passage's words first; the words of its parts as places among them, so that only
/// the first list changes when words are numbered anew.
/// </summary>
internal static class PassageRecord
{
    public static byte[] Write(Passage passage, PassageTerms terms, Dictionary<string, uint> numbers)
    {
        uint[][] Numbers(SearchTerms[] texts) => Array.ConvertAll(texts, text => Number(text.Words, numbers));

        var (titles, headings, units, english) = (Numbers(terms.DocumentTitles), Numbers(terms.Headings), Numbers(terms.Units), Numbers(terms.English));
        var writer = new ByteWriter();
        var all = Union([.. titles, .. headings, .. units, .. english]);
        writer.Rising(all);
        WritePlaces(writer, all, Union(titles));
        WriteMany(writer, all, headings);
        WriteKinds(writer, passage);
        writer.Texts([.. Jurisdictions.In(passage.Heading + "\n" + passage.DocumentTitle + "\n" + passage.Units[0].Text).Order(StringComparer.Ordinal)]);
        writer.Rising(terms.Document.Bigrams.Runs);
        var parts = new ByteWriter();
        WriteMany(parts, all, units);
        WriteMany(parts, all, english);
        writer.Number(parts.Length);
        writer.Bytes(parts.Written);
        var sounds = terms.Document.KanaGrams.Runs;
        writer.Rising(sounds);
        WriteMany(writer, sounds, Array.ConvertAll(terms.Headings, h => RunCounts.Distinct(CollectionsMarshal.AsSpan(h.KanaGrams))));
        return writer.ToArray();
    }

    /// <param name="words">Where each word now stands, rising.</param>
    public static byte[] Renumber(ReadOnlySpan<byte> record, int[] words)
    {
        var reader = new ByteReader(record);
        var all = reader.Rising();
        foreach (ref var word in all.AsSpan())
        {
            word = checked((uint)words[word]);
        }
        var writer = new ByteWriter();
        writer.Rising(all);
        writer.Bytes(reader.Bytes(reader.Left));
        return writer.ToArray();
    }

    // A section on how things differ answers little else, however people ask for it.
    private static void WriteKinds(ByteWriter writer, Passage passage)
    {
        var difference = AskedForOf.Question(passage.Heading) & AskedFor.Difference;
        List<string> headings = [.. PassageTerms.HeadingTexts(passage)];
        writer.Number(headings.Count);
        foreach (var heading in headings)
        {
            writer.Number((int)(AskedForOf.Question(heading) | difference));
        }
    }

    private static void WriteMany(ByteWriter writer, uint[] all, uint[][] texts)
    {
        writer.Number(texts.Length);
        foreach (var text in texts)
        {
            WritePlaces(writer, all, text);
        }
    }

    private static void WritePlaces(ByteWriter writer, uint[] all, uint[] some)
    {
        var places = new uint[some.Length];
        for (var i = 0; i < some.Length; i++)
        {
            places[i] = (uint)Array.BinarySearch(all, some[i]);
        }
        writer.Rising(places);
    }

    private static uint[] Number(List<string> words, Dictionary<string, uint> numbers)
    {
        var found = new uint[words.Count];
        for (var i = 0; i < found.Length; i++)
        {
            found[i] = numbers[words[i]];
        }
        return RunCounts.Distinct(found);
    }

    private static uint[] Union(uint[][] texts)
    {
        var all = new uint[texts.Sum(t => t.Length)];
        var length = 0;
        foreach (var text in texts)
        {
            text.CopyTo(all, length);
            length += text.Length;
        }
        return RunCounts.Distinct(all);
    }
}
