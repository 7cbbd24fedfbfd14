using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace MedtechBot.Importing;

/// <summary>Takes a DOCX apart. Pictures, comments, deleted and hidden text are left out, and nothing it refers to is fetched.</summary>
internal sealed class WordSource
{
    private readonly WordStyles _styles;
    private readonly BlockCollector _blocks;
    private readonly WordText _text;
    private string? _title;

    private WordSource(MainDocumentPart part, Body body, ImportLimits limits) =>
        (_styles, _blocks, _text) = (new WordStyles(part), new BlockCollector(limits), new WordText(body));

    public static SourceDocument Read(byte[] bytes, string name, ImportLimits limits)
    {
        WordPackageCheck.Run(bytes, name, limits);
        try
        {
            // Addresses that are none are common in hyperlinks; mending them takes a copy that can be changed.
            using var copy = new MemoryStream();
            copy.Write(bytes);
            using var document = WordprocessingDocument.Open(copy, isEditable: true, new OpenSettings
            {
                AutoSave = false,
                RelationshipErrorHandlerFactory = _ => new BrokenAddresses(),
            });
            // Only what is named .xml was checked for depth and entities.
            if (document.MainDocumentPart is not { } part || !IsChecked(part) || (part.StyleDefinitionsPart is { } styles && !IsChecked(styles))
                || part.Document?.Body is not { } body)
            {
                throw WordPackageCheck.Broken(name);
            }
            var source = new WordSource(part, body, limits);
            source.Walk(body);
            return new SourceDocument(source._title ?? document.PackageProperties.Title, source._blocks.Blocks);
        }
        catch (Exception failure) when (failure is not (ImportRefusedException or OutOfMemoryException))
        {
            throw WordPackageCheck.Broken(name, failure);
        }
    }

    private void Walk(OpenXmlElement parent)
    {
        foreach (var child in parent.ChildElements)
        {
            switch (child)
            {
                case Paragraph paragraph:
                    Add(paragraph);
                    break;
                case Table table when WordTable.Read(table, _text) is var (rows, page):
                    _blocks.Table(rows, page);
                    AddBoxes();
                    break;
                // Content controls, insertions, custom XML, and tables that only frame something.
                case SdtBlock or SdtContentBlock or CustomXmlBlock or InsertedRun or Table or TableRow or TableCell or SdtRow or SdtContentRow or SdtCell or SdtContentCell:
                    Walk(child);
                    break;
            }
        }
    }

    private void Add(Paragraph paragraph)
    {
        var (text, page) = _text.Read(paragraph);
        if (_styles.IsContents(paragraph))
        {
            return;
        }
        if (_title is null && _styles.IsTitle(paragraph) && CleanText.Of(text) is { Length: > 0 } title)
        {
            _title = title;
        }
        else if (_styles.HeadingLevel(paragraph) is { } level)
        {
            _blocks.Heading(level, text, page);
        }
        else if (_styles.ItemDepth(paragraph) is { } depth)
        {
            _blocks.Item(text, depth, page);
        }
        else
        {
            _blocks.Paragraph(text, page);
        }
        AddBoxes();
    }

    // Text boxes hang on a paragraph or a cell and are read after it.
    private void AddBoxes()
    {
        while (_text.TakeBox() is { } box)
        {
            Walk(box);
        }
    }

    private static bool IsChecked(OpenXmlPart part) => part.Uri.OriginalString.EndsWith(".xml", StringComparison.OrdinalIgnoreCase);

    private sealed class BrokenAddresses : RelationshipErrorHandler
    {
        public override string Rewrite(Uri partUri, string? id, string? uri) => "about:blank";
    }
}
