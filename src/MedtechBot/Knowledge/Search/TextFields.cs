using MedtechBot.Knowledge.Stored;

namespace MedtechBot.Knowledge.Search;

/// <summary>The fields of an index while it is made, by where they are stored.</summary>
internal sealed class TextFields
{
    /// <summary>So many documents are analysed at once; the parts are then merged, which takes less memory than all at once.</summary>
    public const int Part = 16_000;

    // A field is made of what documents say in it. The largest come first, so that they are not what all wait for in the end.
    private static readonly (Section Section, Action<DocumentTerms, TermFieldBuilder> Add, bool AreWords)[] Kinds =
    [
        (Section.Bigrams, (d, b) => b.AddRuns(d.Bigrams), false),
        (Section.Words, (d, b) => b.AddWords(d.Whole.Select(t => t.Words)), true),
        (Section.Titles, (d, b) => b.AddWords(d.Title.Select(t => t.Words)), true),
    ];

    private readonly TermFieldData[] _fields;
    private readonly IReadOnlyList<byte[]> _order;

    /// <param name="order">Of each document, as <see cref="WordsInOrder"/> writes it.</param>
    private TextFields(TermFieldData[] fields, IReadOnlyList<byte[]> order) => (_fields, _order) = (fields, order);

    public static TextFields Empty { get; } = new([.. Kinds.Select(_ => TermFieldData.Empty)], []);

    /// <summary>Analyses titled texts on all cores.</summary>
    public static TextFields Analyse(SearchTermReader reader, IReadOnlyList<(string Title, string Body)> documents, int part = Part)
    {
        var parts = new List<(TextFields Fields, int[] Places)>();
        var pool = new WordPool();
        for (var start = 0; start < documents.Count; start += part)
        {
            var terms = new DocumentTerms[Math.Min(part, documents.Count - start)];
            Parallel.For(0, terms.Length, i =>
            {
                var (title, body) = documents[start + i];
                var titleTerms = reader.Read(title, withKanaGrams: false, pool);
                terms[i] = new DocumentTerms([titleTerms], [titleTerms, reader.Read(body, withKanaGrams: false, pool)], Headings: 1);
            });
            parts.Add((Build(terms).Fields, [.. Enumerable.Range(start, terms.Length)]));
        }
        return parts.Count switch { 0 => Empty, 1 => parts[0].Fields, _ => Merge(parts, documents.Count).Fields };
    }

    /// <returns>The fields, and the number of each word in them. The fields are built side by side.</returns>
    public static (TextFields Fields, Dictionary<string, uint> WordNumbers) Build(IReadOnlyList<DocumentTerms> documents)
    {
        Dictionary<string, uint> wordNumbers = [];
        var fields = SideBySide(kind =>
        {
            var builder = new TermFieldBuilder();
            foreach (var document in documents)
            {
                kind.Add(document, builder);
            }
            if (!kind.AreWords)
            {
                return builder.BuildRuns();
            }
            var (field, numbers) = builder.BuildWords();
            if (kind.Section == Section.Words)
            {
                wordNumbers = numbers;
            }
            return field;
        });
        var order = new byte[documents.Count][];
        Parallel.For(0, order.Length, i => order[i] = WordsInOrder.Write(documents[i], wordNumbers));
        return (new TextFields(fields, order), wordNumbers);
    }

    /// <param name="parts">Each with its documents' new numbers, rising; -1 leaves a document out.</param>
    /// <returns>The fields, and where the words of each part stand in them.</returns>
    public static (TextFields Fields, int[][] Words) Merge(IReadOnlyList<(TextFields Fields, int[] Places)> parts, int documents)
    {
        int[][] words = [];
        var fields = SideBySide(kind =>
        {
            var (field, terms) = TermFieldMerge.Merge([.. parts.Select(p => (p.Fields.Of(kind.Section), p.Places))], documents);
            if (kind.Section == Section.Words)
            {
                words = terms;
            }
            return field;
        });
        var order = new byte[documents][];
        for (var part = 0; part < parts.Count; part++)
        {
            var (of, places) = parts[part];
            Parallel.For(0, places.Length, i =>
            {
                if (places[i] >= 0)
                {
                    order[places[i]] = WordsInOrder.Renumber(of._order[i], words[part]);
                }
            });
        }
        return (new TextFields(fields, order), words);
    }

    public static TextFields Read(StoredSections stored)
    {
        var order = new StoredRecords(stored.Bytes, stored.StartOf(Section.Order));
        return new([.. Kinds.Select(k => new TermFieldData(stored.Bytes, stored.StartOf(k.Section)))], [.. Enumerable.Range(0, order.Count).Select(i => order[i])]);
    }

    public void Write(Section section, ByteWriter writer)
    {
        if (section == Section.Order)
        {
            StoredRecords.Write(writer, _order);
        }
        else if (Kinds.Any(k => k.Section == section))
        {
            Of(section).Write(writer);
        }
    }

    private TermFieldData Of(Section section) => _fields[Array.FindIndex(Kinds, k => k.Section == section)];

    private static TermFieldData[] SideBySide(Func<(Section Section, Action<DocumentTerms, TermFieldBuilder> Add, bool AreWords), TermFieldData> make)
    {
        var made = Array.ConvertAll(Kinds, kind => Task.Run(() => make(kind)));
        return Array.ConvertAll(made, task => task.GetAwaiter().GetResult());
    }
}
