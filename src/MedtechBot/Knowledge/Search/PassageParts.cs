using MedtechBot.Japanese;

namespace MedtechBot.Knowledge.Search;

/// <summary>All that reading and analysis yield of passages, in the order of their ids: what is searched, and what weighs evidence.</summary>
/// <param name="Records">Of each passage, as <see cref="PassageRecord"/> writes them.</param>
internal sealed record PassageParts(IReadOnlyList<string> Ids, TextFields Fields, IReadOnlyList<byte[]> Records)
{
    public static PassageParts None { get; } = new([], TextFields.Empty, []);

    /// <summary>Analyses on all cores. Document numbers follow the ids, so that ties are broken by id.</summary>
    public static PassageParts Build(IEnumerable<Passage> passages, JapaneseAnalyzer analyzer)
    {
        var whole = None;
        foreach (var chunk in passages.OrderBy(p => p.Id.Value, StringComparer.Ordinal).Chunk(TextFields.Part))
        {
            var terms = PassageTerms.Read(chunk, analyzer);
            var (fields, numbers) = TextFields.Build([.. terms.Select(t => t.Document)]);
            var records = new byte[chunk.Length][];
            Parallel.For(0, chunk.Length, i => records[i] = PassageRecord.Write(chunk[i], terms[i], numbers));
            var part = new PassageParts([.. chunk.Select(p => p.Id.Value)], fields, records);
            whole = whole.Ids.Count == 0 ? part : Merge(whole, part);
        }
        return whole;
    }

    /// <param name="isKept">Which passages of the first side stay; all unless given.</param>
    public static PassageParts Merge(PassageParts one, PassageParts other, Func<string, bool>? isKept = null)
    {
        var ids = new List<string>();
        var (places, otherPlaces) = (new int[one.Ids.Count], new int[other.Ids.Count]);
        for (int i = 0, j = 0; i < places.Length || j < otherPlaces.Length;)
        {
            if (i < places.Length && isKept?.Invoke(one.Ids[i]) == false)
            {
                places[i++] = -1;
                continue;
            }
            var isFirst = j == otherPlaces.Length || (i < places.Length && string.CompareOrdinal(one.Ids[i], other.Ids[j]) < 0);
            (isFirst ? ref places[i] : ref otherPlaces[j]) = ids.Count;
            ids.Add(isFirst ? one.Ids[i++] : other.Ids[j++]);
        }
        var (fields, words, otherWords) = TextFields.Merge(one.Fields, places, other.Fields, otherPlaces, ids.Count);
        var records = new byte[ids.Count][];
        Place(one.Records, places, words, records);
        Place(other.Records, otherPlaces, otherWords, records);
        return new PassageParts(ids, fields, records);
    }

    private static void Place(IReadOnlyList<byte[]> records, int[] places, int[] words, byte[][] into) =>
        Parallel.For(0, places.Length, i =>
        {
            if (places[i] >= 0)
            {
                into[places[i]] = PassageRecord.Renumber(records[i], words);
            }
        });
}
