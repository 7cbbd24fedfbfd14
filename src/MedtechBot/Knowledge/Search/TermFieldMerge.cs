using System.Runtime.InteropServices;
using MedtechBot.Knowledge.Stored;

namespace MedtechBot.Knowledge.Search;

/// <summary>Makes one field of two. What stood in documents that are left out is gone, as if it had never been there.</summary>
internal static class TermFieldMerge
{
    /// <param name="places">Each document's new number, rising; -1 leaves it out.</param>
    /// <returns>The field, and where its terms now stand for both sides (-1: gone).</returns>
    public static (TermFieldData Field, int[] Terms, int[] OtherTerms) Merge(TermFieldData one, int[] places, TermFieldData other, int[] otherPlaces, int documents)
    {
        var lengths = new int[documents];
        Place(one.Lengths, places, lengths);
        Place(other.Lengths, otherPlaces, lengths);

        var (terms, otherTerms) = (new int[one.Keys.Count], new int[other.Keys.Count]);
        var (keys, keyStarts, starts, writer) = (new ByteWriter(), new List<int> { 0 }, new List<int> { 0 }, new ByteWriter());
        var (found, merged) = (new List<(int Document, int Count)>(), new List<(int, int)>());
        for (int i = 0, j = 0; i < one.Keys.Count || j < other.Keys.Count;)
        {
            var order = i == one.Keys.Count ? 1 : j == other.Keys.Count ? -1 : one.Keys[i].SequenceCompareTo(other.Keys[j]);
            var key = order <= 0 ? one.Keys[i] : other.Keys[j];
            found.Clear();
            var (mine, others) = (order <= 0 ? i++ : -1, order >= 0 ? j++ : -1);
            Collect(one, mine, places, found);
            var middle = found.Count;
            Collect(other, others, otherPlaces, found);
            var number = found.Count == 0 ? -1 : starts.Count - 1;
            if (mine >= 0)
            {
                terms[mine] = number;
            }
            if (others >= 0)
            {
                otherTerms[others] = number;
            }
            if (number < 0)
            {
                continue;
            }
            PostingWriter.Write(writer, CollectionsMarshal.AsSpan(InOrder(found, middle, merged)));
            starts.Add(writer.Length);
            keys.Bytes(key);
            keyStarts.Add(keys.Length);
        }
        var areNumbers = one.Keys.Count > 0 ? one.Keys.Starts is null : other.Keys.Starts is null;
        return (new TermFieldData(lengths, new TermKeys(keys.ToArray(), areNumbers ? null : [.. keyStarts]), [.. starts], writer.ToArray()), terms, otherTerms);
    }

    private static void Place(int[] lengths, int[] places, int[] into)
    {
        for (var i = 0; i < lengths.Length; i++)
        {
            if (places[i] >= 0)
            {
                into[places[i]] = lengths[i];
            }
        }
    }

    private static void Collect(TermFieldData field, int term, int[] places, List<(int, int)> into)
    {
        if (term < 0)
        {
            return;
        }
        var postings = new PostingReader(field.Postings.AsSpan(field.Starts[term]));
        while (postings.Next())
        {
            if (places[postings.Document] >= 0)
            {
                into.Add((places[postings.Document], postings.Count));
            }
        }
    }

    private static List<(int, int)> InOrder(List<(int Document, int Count)> found, int middle, List<(int, int)> merged)
    {
        if (middle == 0 || middle == found.Count || found[middle - 1].Document < found[middle].Document)
        {
            return found;
        }
        merged.Clear();
        for (int i = 0, j = middle; i < middle || j < found.Count;)
        {
            merged.Add(j == found.Count || (i < middle && found[i].Document < found[j].Document) ? found[i++] : found[j++]);
        }
        return merged;
    }
}
