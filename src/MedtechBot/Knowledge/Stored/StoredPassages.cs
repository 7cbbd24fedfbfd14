using System.Collections;

namespace MedtechBot.Knowledge.Stored;

/// <summary>Stored passages in the order of their ids, each read when it is asked for.</summary>
internal sealed class AllStoredPassages(IReadOnlyList<PassageId> ids, StoredRecords records) : IReadOnlyList<Passage>
{
    private readonly Recent<Passage> _recent = new(ids.Count);

    public int Count => ids.Count;

    public IReadOnlyList<PassageId> Ids => ids;

    /// <summary>The documents that the passages stand in, passage by passage.</summary>
    public KnowledgeDocument[] Documents { get; } = new KnowledgeDocument[ids.Count];

    public Passage this[int place] => _recent.Get(place, () => PassageTextRecord.Read(ids[place], Documents[place], records[place]));

    public byte[] Record(int place) => records[place];

    public IEnumerator<Passage> GetEnumerator() => Enumerable.Range(0, Count).Select(i => this[i]).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

/// <summary>The passages of one document in reading order.</summary>
internal sealed class StoredPassages(AllStoredPassages all, (PassageId Id, FinderTable Finder)[] heads, int[] places) : IReadOnlyList<Passage>
{
    public int Count => places.Length;

    public Passage this[int index] => all[places[index]];

    /// <summary>What is known of passages without reading them.</summary>
    public static IEnumerable<(PassageId Id, FinderTable Finder)> Heads(IReadOnlyList<Passage> passages) =>
        passages is StoredPassages stored ? stored.OwnHeads : passages.Select(p => (p.Id, p.Finder));

    public IEnumerator<Passage> GetEnumerator() => places.Select(place => all[place]).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private (PassageId, FinderTable)[] OwnHeads => heads;
}
