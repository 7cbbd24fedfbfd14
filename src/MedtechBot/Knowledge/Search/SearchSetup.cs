using MedtechBot.Japanese;

namespace MedtechBot.Knowledge.Search;

/// <summary>Opens what analysis and search need from the knowledge folder: the domain's words and their synonyms.</summary>
public static class SearchSetup
{
    public static JapaneseAnalyzer OpenAnalyzer(string knowledgeFolder)
    {
        var words = Path.Combine(knowledgeFolder, "user-dictionary.tsv");
        return JapaneseAnalyzer.OpenDefault(File.Exists(words) ? File.ReadLines(words).Where(l => l.Length > 0 && l[0] != '#') : null);
    }

    public static Thesaurus OpenThesaurus(string knowledgeFolder, JapaneseAnalyzer analyzer) =>
        Thesaurus.Build(analyzer, ThesaurusFile.Read(Path.Combine(knowledgeFolder, "thesaurus.tsv")));
}
