namespace MedtechBot.Knowledge.Stored;

/// <summary>A passage as bytes. What it has from its document is not said again.</summary>
internal static class PassageTextRecord
{
    public static byte[] Write(Passage passage, KnowledgeDocument document)
    {
        var writer = new ByteWriter();
        writer.Text(passage.Heading);
        writer.Text(passage.HeadingEn);
        writer.Text(passage.Markdown);
        writer.Number(passage.Units.Count);
        foreach (var unit in passage.Units)
        {
            writer.Number((int)unit.Kind);
            writer.Text(unit.Text);
        }
        writer.Texts([.. passage.English]);
        writer.Texts([.. passage.Asks]);
        writer.Number(passage.Sources.Count);
        foreach (var reference in passage.Sources)
        {
            writer.Number(document.Sources.ToList().IndexOf(reference.Source));
            writer.Text(reference.Locator);
        }
        writer.Date(passage.AsOf);
        writer.Number((int)passage.Limit);
        WriteOwn(passage.Topics, document.Topics);
        WriteOwn([.. passage.Stages.Select(s => ((char)s).ToString())], [.. document.Stages.Select(s => ((char)s).ToString())]);
        WriteOwn(passage.Jurisdictions, document.Jurisdictions);
        writer.Number((int)passage.Finder);
        writer.Number(passage.Rows.Count);
        foreach (var row in passage.Rows)
        {
            writer.Text(row.Text);
            writer.Texts([.. row.Values.Keys]);
            writer.Texts([.. row.Values.Values]);
        }
        return writer.ToArray();

        void WriteOwn(IReadOnlyList<string> own, IReadOnlyList<string> shared)
        {
            var isShared = own.SequenceEqual(shared);
            writer.Number(isShared ? 0 : 1);
            writer.Texts(isShared ? [] : [.. own]);
        }
    }

    public static Passage Read(PassageId id, KnowledgeDocument document, ReadOnlySpan<byte> record)
    {
        var reader = new ByteReader(record);
        var (heading, headingEn, markdown) = (reader.Text(), reader.TextOrNull(), reader.Text());
        var units = new QuoteUnit[reader.Count()];
        for (var i = 0; i < units.Length; i++)
        {
            var kind = (QuoteUnitKind)reader.Number();
            units[i] = new QuoteUnit(reader.Text(), kind);
        }
        return new Passage
        {
            Id = id,
            DocumentTitle = document.Title,
            DocumentTitleEn = document.TitleEn,
            Heading = heading,
            HeadingEn = headingEn,
            Markdown = markdown,
            Text = Passage.Join(units),
            Units = units,
            English = reader.Texts(),
            Asks = reader.Texts(),
            Sources = ReadSources(ref reader, document),
            AsOf = reader.Date(),
            ValidUntil = document.ValidUntil,
            Limit = (StatementLimit)reader.Number(),
            Kind = document.Kind,
            Authority = document.Authority,
            Topics = ReadOwn(ref reader) ?? document.Topics,
            Stages = ReadOwn(ref reader) is { } stages ? [.. stages.Select(s => (int)s[0])] : document.Stages,
            Jurisdictions = ReadOwn(ref reader) ?? document.Jurisdictions,
            Finder = (FinderTable)reader.Number(),
            Rows = ReadRows(ref reader),
        };
    }

    private static string[]? ReadOwn(ref ByteReader reader)
    {
        var isShared = reader.Number() == 0;
        var own = reader.Texts();
        return isShared ? null : own;
    }

    private static SourceReference[] ReadSources(ref ByteReader reader, KnowledgeDocument document)
    {
        var sources = new SourceReference[reader.Count()];
        for (var i = 0; i < sources.Length; i++)
        {
            sources[i] = new SourceReference(document.Sources[reader.Count()], reader.Text());
        }
        return sources;
    }

    private static PassageRow[] ReadRows(ref ByteReader reader)
    {
        var rows = new PassageRow[reader.Count()];
        for (var i = 0; i < rows.Length; i++)
        {
            var text = reader.Text();
            rows[i] = new PassageRow(reader.Texts().Zip(reader.Texts()).ToDictionary(c => c.First, c => c.Second, StringComparer.Ordinal), text);
        }
        return rows;
    }
}
