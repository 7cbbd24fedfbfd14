using MedtechBot.Knowledge.Search;
using MedtechBot.Knowledge.Search.Learning;
using MedtechBot.Knowledge.Stored;
using MedtechBot.Knowledge.Vectors;

namespace MedtechBot.Knowledge;

/// <summary>Everything that is served at one moment: documents, passages and the search over them. Immutable.</summary>
public sealed class KnowledgeSnapshot
{
    private readonly Dictionary<PassageId, (IReadOnlyList<Passage> Of, int Index)> _passages = [];
    private readonly Dictionary<string, KnowledgeDocument> _documents;
    private readonly Dictionary<FinderTable, Lazy<IReadOnlyList<Passage>>> _tables;

    public KnowledgeSnapshot(IReadOnlyList<KnowledgeDocument> documents, IPassageSearch search, PassageWords words)
    {
        Documents = documents;
        Search = search;
        Words = words;
        _documents = documents.ToDictionary(d => d.Id, StringComparer.Ordinal);
        var tables = new List<(FinderTable Table, PassageId Id)>();
        foreach (var document in documents)
        {
            var index = 0;
            foreach (var (id, finder) in StoredPassages.Heads(document.Passages))
            {
                _passages.Add(id, (document.Passages, index++));
                if (finder != FinderTable.None)
                {
                    tables.Add((finder, id));
                }
            }
        }
        // Every turn looks into the tables: once read, they are kept.
        _tables = tables.GroupBy(t => t.Table, t => t.Id)
            .ToDictionary(t => t.Key, t => new Lazy<IReadOnlyList<Passage>>(() => [.. t.Select(id => FindPassage(id)!)]));
    }

    private KnowledgeSnapshot(KnowledgeSnapshot other, IPassageSearch search) =>
        (Documents, Search, Words, _passages, _documents, _tables) = (other.Documents, search, other.Words, other._passages, other._documents, other._tables);

    public IReadOnlyList<KnowledgeDocument> Documents { get; }

    public IPassageSearch Search { get; }

    /// <summary>The words of the passages, for weighing evidence.</summary>
    public PassageWords Words { get; }

    public int PassageCount => _passages.Count;

    public Passage? FindPassage(PassageId id) => _passages.TryGetValue(id, out var place) ? place.Of[place.Index] : null;

    /// <summary>The passages whose rows are looked up for that, in reading order.</summary>
    public IEnumerable<Passage> Table(FinderTable table) => _tables.TryGetValue(table, out var passages) ? passages.Value : [];

    /// <summary>The same knowledge, searched with what was learned from use.</summary>
    public KnowledgeSnapshot With(LearnedPassages learned) => Search switch
    {
        PassageSearch own => new KnowledgeSnapshot(this, own.With(learned)),
        FusedSearch fused => new KnowledgeSnapshot(this, fused.With(learned)),
        _ => this,
    };

    /// <summary>The product's own search by words; null where another engine serves.</summary>
    internal PassageSearch? SearchByWords => Search as PassageSearch ?? (Search as FusedSearch)?.Words;

    public KnowledgeDocument? FindDocument(string id) => _documents.GetValueOrDefault(id);
}
