using MedtechBot.Japanese;

namespace MedtechBot.Knowledge.Search;

/// <summary>Puts the product's own search over a knowledge folder: its documents, the domain's words and their synonyms.</summary>
public static class SearchSetup
{
    /// <summary>Reads the folder and indexes it; the dictionary and the thesaurus are read anew with every reload.</summary>
    public static KnowledgeIndex OpenIndex(string knowledgeFolder) =>
        new(knowledgeFolder, documents => BuildSnapshot(knowledgeFolder, documents));

    public static KnowledgeSnapshot BuildSnapshot(string knowledgeFolder, IReadOnlyList<KnowledgeDocument> documents)
    {
        var analyzer = OpenAnalyzer(knowledgeFolder);
        var thesaurus = OpenThesaurus(knowledgeFolder, analyzer);
        IReadOnlyList<Passage> passages = [.. documents.SelectMany(d => d.Passages)];
        var terms = PassageTerms.Read(passages, analyzer);
        return new KnowledgeSnapshot(documents, new PassageSearch(passages, terms, analyzer, thesaurus), new PassageWords(passages, terms, analyzer, thesaurus));
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
