namespace MedtechBot.Importing;

/// <summary>A document taken apart: what stands in it, in reading order, whatever format it came in.</summary>
internal sealed record SourceDocument(string? Title, IReadOnlyList<SourceBlock> Blocks);

/// <param name="Page">Where it begins; null where the format knows no pages.</param>
internal abstract record SourceBlock(int? Page);

/// <param name="Level">From 1; 1 is the highest.</param>
internal sealed record HeadingBlock(int Level, string Text, int? Page = null) : SourceBlock(Page);

internal sealed record ParagraphBlock(string Text, int? Page = null) : SourceBlock(Page);

/// <param name="Depth">From 0; an item of an inner list stands deeper.</param>
internal sealed record ItemBlock(string Text, int Depth, int? Page = null) : SourceBlock(Page);

/// <param name="Rows">All of the same length; the first holds the names of the columns.</param>
internal sealed record TableBlock(IReadOnlyList<IReadOnlyList<string>> Rows, int? Page = null) : SourceBlock(Page);
