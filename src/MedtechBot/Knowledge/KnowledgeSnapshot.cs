using MedtechBot.Knowledge.Search;

namespace MedtechBot.Knowledge;

/// <summary>Everything that is served at one moment: documents, passages and the search over them. Immutable.</summary>
public sealed class KnowledgeSnapshot
{
    private readonly Dictionary<PassageId, Passage> _passages;
    private readonly Dictionary<string, KnowledgeDocument> _documents;
    private readonly ILookup<FinderTable, Passage> _tables;

    public KnowledgeSnapshot(IReadOnlyList<KnowledgeDocument> documents, IPassageSearch search, PassageWords words)
    {
        Documents = documents;
        Search = search;
        Words = words;
        _documents = documents.ToDictionary(d => d.Id, StringComparer.Ordinal);
        _passages = documents.SelectMany(d => d.Passages).ToDictionary(p => p.Id);
        _tables = documents.SelectMany(d => d.Passages).Where(p => p.Finder != FinderTable.None).ToLookup(p => p.Finder);
    }

    public IReadOnlyList<KnowledgeDocument> Documents { get; }

    public IPassageSearch Search { get; }

    /// <summary>The words of the passages, for weighing evidence.</summary>
    public PassageWords Words { get; }

    public int PassageCount => _passages.Count;

    public Passage? FindPassage(PassageId id) => _passages.GetValueOrDefault(id);

    /// <summary>The passages whose rows are looked up for that, in reading order.</summary>
    public IEnumerable<Passage> Table(FinderTable table) => _tables[table];

    public KnowledgeDocument? FindDocument(string id) => _documents.GetValueOrDefault(id);
}
