namespace MedtechBot.Knowledge.Reading;

/// <summary>Reads tabular knowledge: a YAML file that says which passages to make of the rows of the CSV file of the same name.</summary>
internal static class TableArticle
{
    private const int MaxPassages = 2000;

    private static readonly string[] SpecKeys = ["id", "group_by", "where", "heading", "heading_en", "lead", "row", "note", "finder"];

    public static DocumentDraft? Read(KnowledgeFile file, string text, FileProblems problems)
    {
        if (YamlMap.Parse(text, 0, problems) is not { } map)
        {
            return null;
        }
        map.RejectKeysExcept([.. DocumentHead.Keys, "passages"]);
        var head = DocumentHead.Read(file.Name, map);
        var passages = new List<(Passage Passage, int Line)>();
        if (ReadRows(file, problems) is { } table)
        {
            foreach (var spec in map.Maps("passages"))
            {
                spec.RejectKeysExcept([.. SpecKeys, .. SectionDetails.Keys]);
                var finder = DocumentHead.Word<FinderTable>(spec, "finder", required: false);
                foreach (var group in Groups(spec, table, FinderColumns.Of(finder)))
                {
                    if (passages.Count == MaxPassages)
                    {
                        problems.Error(spec.Line, $"makes more than {MaxPassages} passages");
                        break;
                    }
                    passages.Add((ReadPassage(spec, group, head, finder), spec.Line));
                }
            }
            if (passages.Count == 0)
            {
                problems.Error(map.LineOf("passages"), "makes no passage");
            }
        }
        PassageAssembly.FindDuplicates(passages.Select(p => (p.Passage.Id.SectionId, p.Line)), problems);
        var document = head.Document with { Passages = [.. passages.Select(p => p.Passage)] };
        return new DocumentDraft(file.Name, document.Id, document, problems);
    }

    private static CsvTable? ReadRows(KnowledgeFile file, FileProblems problems)
    {
        var csv = new KnowledgeFile(Path.ChangeExtension(file.Name, ".csv"), Path.ChangeExtension(file.FullPath, ".csv"));
        if (!File.Exists(csv.FullPath))
        {
            problems.Error(0, $"has no {Path.GetFileName(csv.Name)} beside it");
            return null;
        }
        if (!KnowledgeFiles.IsInside(file, csv))
        {
            problems.Error(0, $"{Path.GetFileName(csv.Name)} is a link that leaves the knowledge folder");
            return null;
        }
        var found = problems.For(csv.Name);
        return KnowledgeFiles.ReadText(csv, found) is { } text ? CsvTable.Read(text, found) : null;
    }

    private static IEnumerable<IReadOnlyList<IReadOnlyDictionary<string, string>>> Groups(YamlMap spec, CsvTable table, IReadOnlyList<string> lookedUp)
    {
        var by = spec.Texts("group_by");
        var conditions = (spec.Text("where") ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(c => c.Split('=', 2, StringSplitOptions.TrimEntries)).ToList();
        if (conditions.Exists(c => c.Length != 2))
        {
            spec.Problems.Error(spec.LineOf("where"), "'where' must read column=value; column=value");
            return [];
        }
        foreach (var unknown in by.Concat(conditions.Select(c => c[0])).Concat(lookedUp).Except(table.Columns).ToList())
        {
            spec.Problems.Error(spec.Line, $"there is no column '{unknown}'");
            return [];
        }
        var groups = table.Rows
            .Where(row => conditions.TrueForAll(c => row[c[0]] == c[1]))
            .GroupBy(row => string.Join('\u0001', by.Select(column => row[column])), StringComparer.Ordinal)
            .Select(IReadOnlyList<IReadOnlyDictionary<string, string>> (g) => [.. g])
            .ToList();
        if (groups.Count == 0)
        {
            spec.Problems.Error(spec.Line, "no row fits");
        }
        return groups;
    }

    private static Passage ReadPassage(YamlMap spec, IReadOnlyList<IReadOnlyDictionary<string, string>> group, DocumentHead head, FinderTable finder)
    {
        var problems = spec.Problems;
        var template = new RowTemplate(group, message => problems.Error(spec.Line, message));
        string Text(string key) => spec.Text(key) is { } text ? template.Expand(text) : "";

        // Names in columns are written with capitals; ids are not.
        var id = Text("id").ToLowerInvariant();
        if (!DocumentHead.IsId(id))
        {
            problems.Error(spec.LineOf("id"), $"section id '{id}' may only hold a-z, 0-9 and single hyphens");
        }
        var heading = Text("heading");
        if (heading.Length == 0)
        {
            problems.Error(spec.LineOf("heading"), "'heading' is missing");
        }
        var row = spec.Text("row");
        List<string> texts = [.. group.Select(r => row is null ? "" : template.Expand(row, r))];
        List<string> items = [.. texts.Where(t => t.Length > 0).Distinct()];
        var (lead, note) = (Text("lead"), Text("note"));
        List<QuoteUnit> units =
        [
            .. Sentences.Split(lead).Select(s => new QuoteUnit(s, QuoteUnitKind.Sentence)),
            .. items.Select(i => new QuoteUnit(i, QuoteUnitKind.ListItem)),
            .. Sentences.Split(note).Select(s => new QuoteUnit(s, QuoteUnitKind.Sentence)),
        ];
        // Values are plain text: what looks like Markdown or HTML in them is shown as it stands.
        string[] blocks = [PlainText.Escape(lead), string.Join('\n', items.Select(i => "- " + PlainText.Escape(i))), PlainText.Escape(note)];
        var markdown = string.Join("\n\n", blocks.Where(b => b.Length > 0));
        var details = SectionDetails.Read(spec, head, "heading_en", template.Expand);
        var passage = PassageAssembly.Assemble(head, id, heading, details, markdown, units, spec.Line, problems);
        return finder == FinderTable.None ? passage : passage with { Finder = finder, Rows = [.. group.Zip(texts, (r, text) => new PassageRow(r, text))] };
    }
}
