using MedtechBot.Knowledge.Stored;

namespace MedtechBot.Knowledge.Reading;

/// <summary>A file as far as it could be read, errors and all: other files may link to it even while it is broken.</summary>
internal sealed record DocumentDraft(string File, string Id, KnowledgeDocument? Document, FileProblems Problems)
{
    public IReadOnlyList<ArticleLink> Links { get; init; } = [];

    /// <summary>Of the contents that it was read from; null when they could not be read.</summary>
    public string? Digest { get; init; }

    /// <summary>What was found in the file itself, before it was looked at beside the others.</summary>
    public IReadOnlyList<KnowledgeProblem> OwnWarnings { get; init; } = [];

    /// <summary>What it was taken from, when the file has not changed since.</summary>
    public StoredDocument? Stored { get; init; }

    public static DocumentDraft Nothing(string file, FileProblems problems) => new(file, "", null, problems);
}

internal readonly record struct ArticleLink(string Target, int Line);
