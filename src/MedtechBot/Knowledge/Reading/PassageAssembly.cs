namespace MedtechBot.Knowledge.Reading;

/// <summary>Puts a passage together and checks what makes it quotable.</summary>
internal static class PassageAssembly
{
    public const int MaxText = 1200;
    public const int MaxUnit = 300;
    public const int LongUnit = 200;

    public static Passage Assemble(
        DocumentHead head, string sectionId, string heading, SectionDetails details, string markdown, IReadOnlyList<QuoteUnit> units, int line, FileProblems problems)
    {
        var text = Passage.Join(units);
        if (units.Count == 0)
        {
            problems.Error(line, $"section '{sectionId}' is empty");
        }
        if (text.Length > MaxText)
        {
            problems.Error(line, $"section '{sectionId}' has {text.Length} characters, more than {MaxText}: split it");
        }
        foreach (var unit in units.Where(u => u.Text.Length > LongUnit))
        {
            var message = $"section '{sectionId}': {unit.Text.Length} characters are too long to quote: \"{unit.Text[..20]}...\"";
            if (unit.Text.Length > MaxUnit)
            {
                problems.Error(line, message);
            }
            else
            {
                problems.Warning(line, message);
            }
        }
        var document = head.Document;
        return new Passage
        {
            Id = new PassageId(document.Id + "#" + sectionId),
            DocumentTitle = document.Title,
            DocumentTitleEn = document.TitleEn,
            Heading = heading,
            HeadingEn = details.HeadingEn,
            Markdown = markdown,
            Text = text,
            Units = units,
            English = details.English,
            Asks = details.Asks,
            Sources = details.Sources,
            AsOf = details.AsOf,
            ValidUntil = document.ValidUntil,
            Limit = details.Limit,
            Kind = document.Kind,
            Authority = document.Authority,
            Topics = details.Topics,
            Stages = details.Stages,
            Jurisdictions = details.Jurisdictions,
        };
    }

    /// <summary>Names ids that stand twice in one document.</summary>
    public static void FindDuplicates(IEnumerable<(string SectionId, int Line)> sections, FileProblems problems)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (id, line) in sections.Where(s => !seen.Add(s.SectionId)))
        {
            problems.Error(line, $"section id '{id}' is used twice in this document");
        }
    }
}
