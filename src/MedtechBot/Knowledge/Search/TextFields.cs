using MedtechBot.Knowledge.Stored;

namespace MedtechBot.Knowledge.Search;

/// <summary>The fields of an index while it is made.</summary>
internal sealed record TextFields(TermFieldData Words, TermFieldData Bigrams, TermFieldData Titles, TermFieldData Readings, TermFieldData KanaGrams)
{
    /// <summary>So many documents are indexed at once; more are merged, which takes less memory than all at once.</summary>
    public const int Part = 2_000;

    public static TextFields Empty { get; } =
        new(TermFieldData.Empty, TermFieldData.Empty, TermFieldData.Empty, TermFieldData.Empty, TermFieldData.Empty);

    /// <returns>The fields, and the number of each word in them. The fields are built side by side.</returns>
    public static (TextFields Fields, Dictionary<string, uint> WordNumbers) Build(IReadOnlyList<DocumentTerms> documents)
    {
        var words = Field(documents, (d, b) => b.AddWords(d.Whole.Select(t => t.Words)), b => b.BuildWords());
        var bigrams = Field(documents, (d, b) => b.AddRuns(d.Bigrams), b => b.BuildRuns());
        var titles = Field(documents, (d, b) => b.AddWords(d.Title.Select(t => t.Words)), b => b.BuildWords().Field);
        var readings = Field(documents, (d, b) => b.AddWords(d.Whole.Select(t => t.Readings)), b => b.BuildWords().Field);
        var kanaGrams = Field(documents, (d, b) => b.AddRuns(d.KanaGrams), b => b.BuildRuns());
        return (new TextFields(words.Result.Field, bigrams.Result, titles.Result, readings.Result, kanaGrams.Result), words.Result.Numbers);
    }

    /// <param name="places">Each document's new number, rising; -1 leaves it out.</param>
    /// <returns>The fields, and where the words of both sides stand in them.</returns>
    public static (TextFields Fields, int[] Words, int[] OtherWords) Merge(TextFields one, int[] places, TextFields other, int[] otherPlaces, int documents)
    {
        Task<(TermFieldData Field, int[] Terms, int[] OtherTerms)> Merge(Func<TextFields, TermFieldData> field) =>
            Task.Run(() => TermFieldMerge.Merge(field(one), places, field(other), otherPlaces, documents));

        var (kanaGrams, bigrams, words, titles, readings) = (Merge(f => f.KanaGrams), Merge(f => f.Bigrams), Merge(f => f.Words), Merge(f => f.Titles), Merge(f => f.Readings));
        return (new TextFields(words.Result.Field, bigrams.Result.Field, titles.Result.Field, readings.Result.Field, kanaGrams.Result.Field), words.Result.Terms, words.Result.OtherTerms);
    }

    public static TextFields Read(StoredSections stored)
    {
        TermFieldData Read(Section section) => TermFieldData.Read(stored.Bytes, stored.StartOf(section));

        return new TextFields(Read(Section.Words), Read(Section.Bigrams), Read(Section.Titles), Read(Section.Readings), Read(Section.KanaGrams));
    }

    public void Write(Section section, ByteWriter writer)
    {
        var field = section switch
        {
            Section.Words => Words,
            Section.Bigrams => Bigrams,
            Section.Titles => Titles,
            Section.Readings => Readings,
            Section.KanaGrams => KanaGrams,
            _ => null,
        };
        field?.Write(writer);
    }

    private static Task<TField> Field<TField>(
        IReadOnlyList<DocumentTerms> documents, Action<DocumentTerms, TermFieldBuilder> add, Func<TermFieldBuilder, TField> build) =>
        Task.Run(() =>
        {
            var builder = new TermFieldBuilder();
            foreach (var document in documents)
            {
                add(document, builder);
            }
            return build(builder);
        });
}
