namespace MedtechBot.Knowledge;

/// <summary>One section of a document: what is found, quoted and cited.</summary>
public sealed record Passage
{
    public required PassageId Id { get; init; }
    public required string DocumentTitle { get; init; }
    public string? DocumentTitleEn { get; init; }
    public required string Heading { get; init; }
    public string? HeadingEn { get; init; }

    /// <summary>The section's Markdown without its passage comment, for showing.</summary>
    public required string Markdown { get; init; }

    /// <summary>The units joined by line breaks. Every quote occurs in here, character for character.</summary>
    public required string Text { get; init; }

    internal static string Join(IEnumerable<QuoteUnit> units) => string.Join('\n', units.Select(u => u.Text));

    /// <summary>What can be quoted: sentences, list items and table rows, in reading order.</summary>
    public required IReadOnlyList<QuoteUnit> Units { get; init; }

    /// <summary>The gist in English, sentence by sentence; empty when none was written.</summary>
    public IReadOnlyList<string> English { get; init; } = [];

    /// <summary>Other ways people ask for this passage.</summary>
    public IReadOnlyList<string> Asks { get; init; } = [];

    public required IReadOnlyList<SourceReference> Sources { get; init; }
    public required PartialDate AsOf { get; init; }
    public DateOnly? ValidUntil { get; init; }

    /// <summary>Whether the last day the passage speaks for lies behind.</summary>
    public bool IsExpired(DateOnly today) => ValidUntil < today;

    public StatementLimit Limit { get; init; }
    public required DocumentKind Kind { get; init; }
    public required Authority Authority { get; init; }
    public IReadOnlyList<string> Topics { get; init; } = [];
    public IReadOnlyList<int> Stages { get; init; } = [];
    public IReadOnlyList<string> Jurisdictions { get; init; } = [];

    /// <summary>What the rows are looked up for; none for articles and for tables that are only searched.</summary>
    public FinderTable Finder { get; init; }

    /// <summary>The rows it was made of, when they are looked up.</summary>
    public IReadOnlyList<PassageRow> Rows { get; init; } = [];
}

/// <summary>The smallest quotable piece of a passage.</summary>
/// <param name="Text">Verbatim; a table row reads "column: value; column: value".</param>
public sealed record QuoteUnit(string Text, QuoteUnitKind Kind);

public enum QuoteUnitKind { Sentence, ListItem, TableRow }

public enum DocumentKind { Guidebook, CaseStudy }

/// <summary>In falling order of weight: what a law says goes before what a case shows.</summary>
public enum Authority { Law, Authority, Guidebook, CaseStudy }

/// <summary>Why a statement must carry a caveat.</summary>
public enum StatementLimit { None, NotInSources, Superseded, Disagree, Conditional, Unverified }
