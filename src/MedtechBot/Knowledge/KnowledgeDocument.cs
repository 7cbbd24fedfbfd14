namespace MedtechBot.Knowledge;

/// <summary>A guidebook, a case study or a data table, with its passages in reading order.</summary>
public sealed record KnowledgeDocument
{
    public required string Id { get; init; }
    public required string Title { get; init; }
    public string? TitleEn { get; init; }
    public required DocumentKind Kind { get; init; }
    public required Authority Authority { get; init; }
    public IReadOnlyList<string> Topics { get; init; } = [];
    public IReadOnlyList<int> Stages { get; init; } = [];
    public IReadOnlyList<string> Jurisdictions { get; init; } = [];
    public required IReadOnlyList<Source> Sources { get; init; }
    public required PartialDate AsOf { get; init; }
    public DateOnly? ValidUntil { get; init; }
    public required PartialDate Reviewed { get; init; }

    /// <summary>Relative to the knowledge folder, with forward slashes.</summary>
    public required string File { get; init; }

    public required IReadOnlyList<Passage> Passages { get; init; }
}
