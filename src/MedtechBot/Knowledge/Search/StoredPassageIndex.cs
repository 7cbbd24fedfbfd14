using MedtechBot.Japanese;
using MedtechBot.Knowledge.Stored;

namespace MedtechBot.Knowledge.Search;

/// <summary>What is searched of passages, and where each of them stands in it.</summary>
/// <param name="Ids">In the order that the index numbers them by.</param>
/// <param name="Places">The number of each.</param>
internal sealed record StoredPassageIndex(StoredSections Sections, IReadOnlyList<string> Ids, Dictionary<string, int> Places)
{
    /// <summary>An index of its own, for passages that are not stored.</summary>
    public static StoredPassageIndex Of(IReadOnlyList<Passage> passages, JapaneseAnalyzer analyzer)
    {
        var parts = PassageParts.Build(passages, analyzer);
        return new StoredPassageIndex(new StoredSections(new StoredBytes(StoredSections.Pack((section, writer) => Write(parts, section, writer)))), parts.Ids,
            parts.Ids.Select((id, place) => (id, place)).ToDictionary(p => p.id, p => p.place, StringComparer.Ordinal));
    }

    public static void Write(PassageParts parts, Section section, ByteWriter writer)
    {
        if (section == Section.Evidence)
        {
            StoredRecords.Write(writer, parts.Records);
        }
        parts.Fields.Write(section, writer);
    }

    /// <summary>Everything, for merging it with what is new.</summary>
    public PassageParts Read()
    {
        var records = new StoredRecords(Sections.Bytes, Sections.StartOf(Section.Evidence));
        return new PassageParts(Ids, TextFields.Read(Sections), [.. Enumerable.Range(0, records.Count).Select(i => records[i])]);
    }
}
