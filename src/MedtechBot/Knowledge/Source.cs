namespace MedtechBot.Knowledge;

/// <summary>A publication that statements rest on. <see cref="Url"/> is null when none is known; addresses are never invented.</summary>
public sealed record Source(string Id, string Title, string Publisher, PartialDate Date, string? Url);

/// <param name="Locator">Where inside the source: page, slide title, chapter or figure; may be empty.</param>
public sealed record SourceReference(Source Source, string Locator);
