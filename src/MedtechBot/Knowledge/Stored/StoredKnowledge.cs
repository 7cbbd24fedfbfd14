using MedtechBot.Knowledge.Search;

namespace MedtechBot.Knowledge.Stored;

/// <summary>All that reading and analysis make of a knowledge folder, ready to be searched.</summary>
internal sealed class StoredKnowledge
{
    public StoredKnowledge(StoredSections sections)
    {
        Sections = sections;
        var reader = new ByteReader(sections.Read(Section.Documents));
        Inputs = new KnowledgeInputs(reader.Text(), reader.Text());
        var ids = reader.Texts();
        var places = ids.Select((id, place) => (id, place)).ToDictionary(p => p.id, p => p.place, StringComparer.Ordinal);
        Passages = new AllStoredPassages([.. ids.Select(id => new PassageId(id))], new StoredRecords(sections.Bytes, sections.StartOf(Section.Passages)));
        Index = new StoredPassageIndex(sections, ids, places);
        var documents = new StoredDocument[reader.Count()];
        for (var i = 0; i < documents.Length; i++)
        {
            documents[i] = StoredDocument.Read(ref reader, heads => new StoredPassages(Passages, heads, [.. heads.Select(h => places[h.Item1.Value])]));
            foreach (var (id, _) in StoredPassages.Heads(documents[i].Document.Passages))
            {
                Passages.Documents[places[id.Value]] = documents[i].Document;
            }
        }
        Documents = documents;
    }

    public StoredSections Sections { get; }

    public KnowledgeInputs Inputs { get; }

    public IReadOnlyList<StoredDocument> Documents { get; }

    public AllStoredPassages Passages { get; }

    public StoredPassageIndex Index { get; }

    /// <param name="known">What may be taken from instead of analysing it again; null for nothing.</param>
    /// <param name="documents">In the order of their files; those of <paramref name="known"/> unchanged.</param>
    public static StoredKnowledge Make(KnowledgeInputs inputs, IReadOnlyList<StoredDocument> documents, StoredKnowledge? known, Func<IEnumerable<Passage>, PassageParts> analyse)
    {
        var isKept = documents.Where(d => known?.Documents.Contains(d) == true).ToHashSet(ReferenceEqualityComparer.Instance);
        var kept = documents.Where(isKept.Contains).SelectMany(d => StoredPassages.Heads(d.Document.Passages)).Select(h => h.Id.Value).ToHashSet(StringComparer.Ordinal);
        var changed = documents.Where(d => !isKept.Contains(d)).SelectMany(d => d.Document.Passages.Select(p => (Passage: p, d.Document))).ToDictionary(p => p.Passage.Id.Value, StringComparer.Ordinal);
        var parts = analyse(changed.Values.Select(c => c.Passage));
        if (kept.Count > 0)
        {
            parts = PassageParts.Merge(known!.Index.Read(), parts, kept.Contains);
        }
        return new StoredKnowledge(new StoredSections(new StoredBytes(StoredSections.Pack(Write))));

        void Write(Section section, ByteWriter writer)
        {
            switch (section)
            {
                case Section.Documents:
                    writer.Text(inputs.Analysis);
                    writer.Text(inputs.Thesaurus);
                    writer.Texts([.. parts.Ids]);
                    writer.Number(documents.Count);
                    foreach (var document in documents)
                    {
                        document.Write(writer);
                    }
                    break;
                case Section.Passages:
                    StoredRecords.Write(writer, [.. parts.Ids.Select(id => changed.TryGetValue(id, out var c)
                        ? PassageTextRecord.Write(c.Passage, c.Document)
                        : known!.Passages.Record(known.Index.Places[id]))]);
                    break;
                default:
                    StoredPassageIndex.Write(parts, section, writer);
                    break;
            }
        }
    }
}
