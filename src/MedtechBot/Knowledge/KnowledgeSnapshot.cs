using MedtechBot.Knowledge.Search;

namespace MedtechBot.Knowledge;

/// <summary>Everything that is served at one moment: documents, passages and the search over them. Immutable.</summary>
public sealed class KnowledgeSnapshot
{
    private readonly Dictionary<PassageId, Passage> _passages;
    private readonly Dictionary<string, KnowledgeDocument> _documents;

    public KnowledgeSnapshot(IReadOnlyList<KnowledgeDocument> documents, IPassageSearch search, PassageWords words)
    {
        Documents = documents;
        Search = search;
        Words = words;
        _documents = documents.ToDictionary(d => d.Id, StringComparer.Ordinal);
        _passages = documents.SelectMany(d => d.Passages).ToDictionary(p => p.Id);
    }

    public IReadOnlyList<KnowledgeDocument> Documents { get; }

    public IPassageSearch Search { get; }

    /// <summary>The words of the passages, for weighing evidence.</summary>
    public PassageWords Words { get; }

    public int PassageCount => _passages.Count;

    public Passage? FindPassage(PassageId id) => _passages.GetValueOrDefault(id);

    public KnowledgeDocument? FindDocument(string id) => _documents.GetValueOrDefault(id);
}
