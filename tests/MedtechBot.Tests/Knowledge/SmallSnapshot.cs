using MedtechBot.Japanese;
using MedtechBot.Knowledge;
using MedtechBot.Knowledge.Search;

namespace MedtechBot.Tests.Knowledge;

/// <summary>Knowledge of a few sections, each with one sentence or more, for tests that need to know every word of it.</summary>
internal static class SmallSnapshot
{
    public static KnowledgeSnapshot Of(params (string Heading, string Body)[] sections)
    {
        var text = string.Join("\n\n", sections.Select((s, i) => $"## {s.Heading} {{#s{i}}}\n\n<!-- passage\nsource: meti\n-->\n\n{s.Body}"));
        using var folder = new KnowledgeFolder();
        return SearchSetup.BuildSnapshot(folder.Path, folder.With("a.md", KnowledgeFolder.Article(section: text)).Read().Documents);
    }

    public static TextIndex Index(Thesaurus? thesaurus, params (string Title, string Body)[] documents) =>
        TextIndex.Build(JapaneseAnalyzer.OpenDefault(), thesaurus ?? Thesaurus.Empty, documents);
}
