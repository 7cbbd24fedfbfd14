using MedtechBot.Knowledge;

namespace MedtechBot.Tests.Knowledge;

/// <summary>A knowledge folder of its own for one test.</summary>
public sealed class KnowledgeFolder : IDisposable
{
    public const string FrontMatter = """
        id: {id}
        title: 伴走コンサル
        kind: guidebook
        topics: [ecosystem]
        jurisdictions: [JP]
        authority: guidebook
        sources:
          - id: meti
            title: 資料
            publisher: 経済産業省
            date: 2022-02
            url: unknown
        as_of: 2022-02
        reviewed: 2026-11-21
        """;

    public const string Section = """
        ## 料金 {#fee}

        <!-- passage
        source: meti
        locator: p. 3
        en: Advice is free.
        -->

        伴走コンサルは原則無料である。
        """;

    public string Path { get; } = Directory.CreateTempSubdirectory("knowledge-").FullName;

    public static string Article(string id = "medic", string section = Section, string? frontMatter = null) =>
        $"---\n{(frontMatter ?? FrontMatter).Replace("{id}", id)}\n---\n\n# 伴走コンサル\n\n{section}\n";

    /// <summary>A section around the given Markdown, in its own document.</summary>
    public static string ArticleOf(string body) => Article(section: Section.Replace("伴走コンサルは原則無料である。", body));

    public KnowledgeFolder With(string name, string content)
    {
        var path = System.IO.Path.Combine(Path, name);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        File.WriteAllText(path, content);
        return this;
    }

    public KnowledgeReading Read(TimeProvider? time = null) => KnowledgeReader.Read(Path, time);

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
