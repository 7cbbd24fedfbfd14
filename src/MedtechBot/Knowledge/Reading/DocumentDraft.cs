namespace MedtechBot.Knowledge.Reading;

/// <summary>A file as far as it could be read, errors and all: other files may link to it even while it is broken.</summary>
internal sealed record DocumentDraft(string File, string Id, KnowledgeDocument? Document, FileProblems Problems)
{
    public IReadOnlyList<ArticleLink> Links { get; init; } = [];

    public static DocumentDraft Nothing(string file, FileProblems problems) => new(file, "", null, problems);
}

internal readonly record struct ArticleLink(string Target, int Line);
