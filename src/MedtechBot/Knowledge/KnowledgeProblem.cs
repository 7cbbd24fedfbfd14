using MedtechBot.Knowledge.Reading;

namespace MedtechBot.Knowledge;

/// <summary>Something wrong with a file of the knowledge base.</summary>
/// <param name="File">Relative to the knowledge folder, with forward slashes.</param>
/// <param name="Line">From 1; 0 when the whole file is meant.</param>
public sealed record KnowledgeProblem(string File, int Line, ProblemSeverity Severity, string Message)
{
    public override string ToString() => $"{File}:{Math.Max(1, Line)}: {(Severity == ProblemSeverity.Error ? "error" : "warning")}: {Message}";
}

/// <summary>A file with an error is not served; a warning only wants mending.</summary>
public enum ProblemSeverity { Warning, Error }

/// <summary>What a knowledge folder holds.</summary>
/// <param name="Documents">The documents of the files without errors, in the order of their paths.</param>
public sealed record KnowledgeReading(IReadOnlyList<KnowledgeDocument> Documents, IReadOnlyList<KnowledgeProblem> Problems)
{
    /// <summary>What the documents were made of, in the same order.</summary>
    internal IReadOnlyList<DocumentDraft> Drafts { get; init; } = [];

    public bool HasErrors => Problems.Any(p => p.Severity == ProblemSeverity.Error);
}
