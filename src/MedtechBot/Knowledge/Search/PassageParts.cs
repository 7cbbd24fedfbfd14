using MedtechBot.Japanese;

namespace MedtechBot.Knowledge.Search;

/// <summary>All that reading and analysis yield of passages, in the order of their ids: what is searched, and what weighs evidence.</summary>
/// <param name="Records">Of each passage, as <see cref="PassageRecord"/> writes them.</param>
internal sealed record PassageParts(IReadOnlyList<string> Ids, TextFields Fields, IReadOnlyList<byte[]> Records)
{
    public static PassageParts None { get; } = new([], TextFields.Empty, []);

    /// <summary>Analyses on all cores. Document numbers follow the ids, so that ties are broken by id.</summary>
    /// <param name="part">So many are analysed at once.</param>
    public static PassageParts Build(IEnumerable<Passage> passages, JapaneseAnalyzer analyzer, int part = TextFields.Part)
    {
        var parts = new List<PassageParts>();
        foreach (var chunk in passages.OrderBy(p => p.Id.Value, StringComparer.Ordinal).Chunk(part))
        {
            var terms = PassageTerms.Read(chunk, analyzer);
            var (fields, numbers) = TextFields.Build([.. terms.Select(t => t.Document)]);
            var records = new byte[chunk.Length][];
            Parallel.For(0, chunk.Length, i => records[i] = PassageRecord.Write(chunk[i], terms[i], numbers));
            parts.Add(new PassageParts([.. chunk.Select(p => p.Id.Value)], fields, records));
        }
        var next = 0;
        return parts.Count switch
        {
            0 => None,
            1 => parts[0],
            _ => Place([.. parts.Select(p => (p, p.Ids.Select(_ => next++).ToArray()))], [.. parts.SelectMany(p => p.Ids)]),
        };
    }

    /// <param name="isKept">Which passages of the first side stay.</param>
    public static PassageParts Merge(PassageParts one, PassageParts other, Func<string, bool> isKept)
    {
        var ids = new List<string>();
        var (places, otherPlaces) = (new int[one.Ids.Count], new int[other.Ids.Count]);
        for (int i = 0, j = 0; i < places.Length || j < otherPlaces.Length;)
        {
            if (i < places.Length && !isKept(one.Ids[i]))
            {
                places[i++] = -1;
                continue;
            }
            var isFirst = j == otherPlaces.Length || (i < places.Length && string.CompareOrdinal(one.Ids[i], other.Ids[j]) < 0);
            (isFirst ? ref places[i] : ref otherPlaces[j]) = ids.Count;
            ids.Add(isFirst ? one.Ids[i++] : other.Ids[j++]);
        }
        return Place([(one, places), (other, otherPlaces)], ids);
    }

    private static PassageParts Place(IReadOnlyList<(PassageParts Of, int[] Places)> parts, List<string> ids)
    {
        var (fields, words) = TextFields.Merge([.. parts.Select(p => (p.Of.Fields, p.Places))], ids.Count);
        var records = new byte[ids.Count][];
        for (var part = 0; part < parts.Count; part++)
        {
            var (of, places) = parts[part];
            Parallel.For(0, places.Length, i =>
            {
                if (places[i] >= 0)
                {
                    records[places[i]] = PassageRecord.Renumber(of.Records[i], words[part]);
                }
            });
        }
        return new PassageParts(ids, fields, records);
    }
}
