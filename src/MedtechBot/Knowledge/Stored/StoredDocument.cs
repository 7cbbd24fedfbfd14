using MedtechBot.Knowledge.Reading;

namespace MedtechBot.Knowledge.Stored;

/// <summary>A document as it was read from a file, with what a new reading of the folder needs to know of it.</summary>
/// <param name="Document">Its passages are read when they are asked for.</param>
/// <param name="Digest">Of the contents that it was read from; empty when they must be read again next time.</param>
/// <param name="Warnings">What was found wrong with the file alone; what depends on other files or the day is looked for anew.</param>
internal sealed record StoredDocument(
    KnowledgeDocument Document, string Digest, IReadOnlyList<ArticleLink> Links, IReadOnlyList<KnowledgeProblem> Warnings)
{
    public static StoredDocument Of(DocumentDraft draft) => new(draft.Document!, draft.Digest ?? "", draft.Links, draft.OwnWarnings);

    public void Write(ByteWriter writer)
    {
        var document = Document;
        foreach (var text in (string?[])[document.Id, document.Title, document.TitleEn, document.File, Digest])
        {
            writer.Text(text);
        }
        writer.Number((int)document.Kind);
        writer.Number((int)document.Authority);
        writer.Texts([.. document.Topics]);
        writer.Rising([.. document.Stages.Select(s => (uint)s)]);
        writer.Texts([.. document.Jurisdictions]);
        writer.Number(document.Sources.Count);
        foreach (var source in document.Sources)
        {
            writer.Text(source.Id);
            writer.Text(source.Title);
            writer.Text(source.Publisher);
            writer.Date(source.Date);
            writer.Text(source.Url);
        }
        writer.Date(document.AsOf);
        writer.Day(document.ValidUntil);
        writer.Date(document.Reviewed);
        writer.Number(Links.Count);
        foreach (var link in Links)
        {
            writer.Text(link.Target);
            writer.Number(link.Line);
        }
        writer.Number(Warnings.Count);
        foreach (var warning in Warnings)
        {
            writer.Text(warning.File);
            writer.Number(warning.Line);
            writer.Text(warning.Message);
        }
        writer.Number(document.Passages.Count);
        foreach (var (id, finder) in StoredPassages.Heads(document.Passages))
        {
            writer.Text(id.Value);
            writer.Number((int)finder);
        }
    }

    /// <param name="passages">Finds the passages by their ids.</param>
    public static StoredDocument Read(ref ByteReader reader, Func<(PassageId, FinderTable)[], IReadOnlyList<Passage>> passages)
    {
        var (id, title, titleEn, file, digest) = (reader.Text(), reader.Text(), reader.TextOrNull(), reader.Text(), reader.Text());
        var document = new KnowledgeDocument
        {
            Id = id,
            Title = title,
            TitleEn = titleEn,
            File = file,
            Kind = (DocumentKind)reader.Number(),
            Authority = (Authority)reader.Number(),
            Topics = reader.Texts(),
            Stages = [.. reader.Rising().Select(s => (int)s)],
            Jurisdictions = reader.Texts(),
            Sources = ReadSources(ref reader),
            AsOf = reader.Date(),
            ValidUntil = reader.Day(),
            Reviewed = reader.Date(),
            Passages = [],
        };
        var links = new ArticleLink[reader.Count()];
        for (var i = 0; i < links.Length; i++)
        {
            links[i] = new ArticleLink(reader.Text(), reader.Count());
        }
        var warnings = new KnowledgeProblem[reader.Count()];
        for (var i = 0; i < warnings.Length; i++)
        {
            warnings[i] = new KnowledgeProblem(reader.Text(), reader.Count(), ProblemSeverity.Warning, reader.Text());
        }
        var heads = new (PassageId, FinderTable)[reader.Count()];
        for (var i = 0; i < heads.Length; i++)
        {
            heads[i] = (new PassageId(reader.Text()), (FinderTable)reader.Number());
        }
        return new StoredDocument(document with { Passages = passages(heads) }, digest, links, warnings);
    }

    private static Source[] ReadSources(ref ByteReader reader)
    {
        var sources = new Source[reader.Count()];
        for (var i = 0; i < sources.Length; i++)
        {
            sources[i] = new Source(reader.Text(), reader.Text(), reader.Text(), reader.Date(), reader.TextOrNull());
        }
        return sources;
    }
}
