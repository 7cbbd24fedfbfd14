using MedtechBot.Japanese;
using MedtechBot.Knowledge.Stored;
using MedtechBot.Knowledge.Vectors;

namespace MedtechBot.Knowledge.Search;

/// <summary>Puts the product's own search over a knowledge folder: its documents, the domain's words and their synonyms.</summary>
public static class SearchSetup
{
    /// <summary>Reads the folder and indexes it; the dictionary and the thesaurus are read anew with every reload.</summary>
    /// <param name="storedIn">A file that keeps the index from one start to the next; null keeps none.</param>
    /// <param name="madeBefore">Files that <see cref="TryStore"/> or another host wrote; the first that fits serves where the own one does not.</param>
    /// <param name="rest">How long after the index was made it is written there.</param>
    /// <param name="tell">Told, in a line, what went wrong with that file; the index is made without it.</param>
    /// <param name="vectors">Has passages searched by their meaning too; null leaves it at their words.</param>
    public static KnowledgeIndex OpenIndex(string knowledgeFolder, string? storedIn = null, IReadOnlyList<string>? madeBefore = null, TimeSpan rest = default, Action<string>? tell = null, KnowledgeVectors? vectors = null) =>
        new(knowledgeFolder, new KnowledgeStore(knowledgeFolder, storedIn, madeBefore, rest, tell, vectors));

    /// <summary>Makes the index of a folder for starts to come, as a build does.</summary>
    /// <param name="tell">Told, in a line each, what went wrong.</param>
    /// <returns>Whether <paramref name="file"/> now holds the index of all that the folder holds.</returns>
    public static async Task<bool> TryStoreAsync(string knowledgeFolder, string file, Action<string> tell)
    {
        using var store = new KnowledgeStore(knowledgeFolder, file, tell: tell);
        using var index = new KnowledgeIndex(knowledgeFolder, store);
        var errors = index.LastProblems.Where(p => p.Severity == ProblemSeverity.Error).Select(p => p.ToString()).ToList();
        errors.ForEach(tell);
        await store.Saving.ConfigureAwait(false);
        return store.IsKept && errors.Count == 0;
    }

    public static KnowledgeSnapshot BuildSnapshot(string knowledgeFolder, IReadOnlyList<KnowledgeDocument> documents)
    {
        var analyzer = OpenAnalyzer(knowledgeFolder);
        var thesaurus = OpenThesaurus(knowledgeFolder, analyzer);
        IReadOnlyList<Passage> passages = [.. documents.SelectMany(d => d.Passages)];
        var stored = StoredPassageIndex.Of(passages, analyzer);
        return new KnowledgeSnapshot(
            documents,
            new PassageSearch([.. passages.OrderBy(p => p.Id.Value, StringComparer.Ordinal)], stored, analyzer, thesaurus),
            new PassageWords(stored, passages, analyzer, thesaurus));
    }

    public static JapaneseAnalyzer OpenAnalyzer(string knowledgeFolder)
    {
        var words = Path.Combine(knowledgeFolder, "user-dictionary.tsv");
        // Texts are analysed in their normal form, so the words are looked for in theirs.
        return JapaneseAnalyzer.OpenDefault(File.Exists(words)
            ? File.ReadLines(words).Where(l => l.Length > 0 && l[0] != '#').Select(l => TextNormalizer.Normalize(l).Text)
            : null);
    }

    public static Thesaurus OpenThesaurus(string knowledgeFolder, JapaneseAnalyzer analyzer) =>
        Thesaurus.Build(analyzer, ThesaurusFile.Read(Path.Combine(knowledgeFolder, "thesaurus.tsv")));
}
