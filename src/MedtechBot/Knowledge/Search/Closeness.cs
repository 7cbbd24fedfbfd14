namespace MedtechBot.Knowledge.Search;

/// <summary>How closely a document's words stand to a question, beyond how many they share. Each part tells by itself why a document ranks where it does.</summary>
/// <param name="Coverage">The share of what the question tells that stands in the document, 0 to 1.</param>
/// <param name="Sentence">How much of it stands in a single sentence, by rarity.</param>
/// <param name="Near">How near to each other its words stand, two by two, by rarity.</param>
/// <param name="Heading">The share of a heading that the question says, 0 to 1.</param>
/// <param name="Counted">The share of the question that stands in a sentence with a number of what it wants counted, 0 to 1.</param>
internal readonly record struct Closeness(double Coverage, double Sentence, double Near, double Heading, double Counted)
{
    internal const double CoverageWeight = 2;
    internal const double SentenceWeight = 0.2;
    internal const double NearWeight = 1;
    internal const double HeadingWeight = 4;
    internal const double CountedWeight = 5;

    /// <summary>What it adds to a document's score; never less than nothing.</summary>
    public float Score => (float)(CoverageWeight * Coverage * Coverage + SentenceWeight * Sentence + NearWeight * Near + HeadingWeight * Heading + CountedWeight * Counted);

    public Closeness Without(SearchParts parts) => parts == SearchParts.None ? this : new(
        parts.HasFlag(SearchParts.Coverage) ? 0 : Coverage, parts.HasFlag(SearchParts.Sentences) ? 0 : Sentence, parts.HasFlag(SearchParts.Nearness) ? 0 : Near,
        parts.HasFlag(SearchParts.Headings) ? 0 : Heading, parts.HasFlag(SearchParts.Counters) ? 0 : Counted);
}
