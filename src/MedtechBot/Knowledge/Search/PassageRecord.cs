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
        uint[] Numbers(params IEnumerable<SearchTerms> texts) => Sorted(texts.SelectMany(t => t.Words).Select(w => numbers[w]));

        var writer = new ByteWriter();
        var all = Numbers(terms.Whole);
        writer.Rising(all);
        WritePlaces(writer, all, Numbers(terms.DocumentTitles));
        WriteMany(writer, all, terms.Headings, text => Numbers(text));
        WriteKinds(writer, passage);
        writer.Texts([.. Jurisdictions.In(passage.Heading + "\n" + passage.DocumentTitle + "\n" + passage.Units[0].Text).Order(StringComparer.Ordinal)]);
        WriteMany(writer, all, terms.Units, text => Numbers(text));
        WriteMany(writer, all, terms.English, text => Numbers(text));
        writer.Rising(Sorted(terms.Whole.SelectMany(t => t.Bigrams)));
        var sounds = Sorted(terms.Whole.SelectMany(t => t.KanaGrams));
        writer.Rising(sounds);
        WriteMany(writer, sounds, terms.Headings, text => Sorted(text.KanaGrams));
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

    private static void WriteMany(ByteWriter writer, uint[] all, SearchTerms[] texts, Func<SearchTerms, uint[]> terms)
    {
        writer.Number(texts.Length);
        foreach (var text in texts)
        {
            WritePlaces(writer, all, terms(text));
        }
    }

    private static void WritePlaces(ByteWriter writer, uint[] all, uint[] some)
    {
        foreach (ref var one in some.AsSpan())
        {
            one = (uint)all.AsSpan().BinarySearch(one);
        }
        writer.Rising(some);
    }

    private static uint[] Sorted(IEnumerable<uint> numbers)
    {
        var list = numbers.ToList();
        var sorted = CollectionsMarshal.AsSpan(list);
        sorted.Sort();
        var count = 0;
        foreach (var number in sorted)
        {
            if (count == 0 || sorted[count - 1] != number)
            {
                sorted[count++] = number;
            }
        }
        return sorted[..count].ToArray();
    }
}
