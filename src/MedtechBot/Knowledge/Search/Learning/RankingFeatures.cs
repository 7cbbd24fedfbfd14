namespace MedtechBot.Knowledge.Search.Learning;

/// <summary>All that speaks for a document, part by part; each says by itself what it means.</summary>
internal static class RankingFeatures
{
    /// <summary>In the order of the values.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        "words", "titles", "bigrams", "kana", "synonyms",
        "coverage", "sentence", "near", "heading", "counted",
        "learned terms", "learned nearest", "learned neighbours", "learned often",
    ];

    /// <summary>What each of them weighs where nothing was trained.</summary>
    public static IReadOnlyList<double> Untrained { get; } =
    [
        1, 1, 1, 1, 1,
        Closeness.CoverageWeight, Closeness.SentenceWeight, Closeness.NearWeight, Closeness.HeadingWeight, Closeness.CountedWeight,
        LearnedWeights.Terms, LearnedWeights.Nearest, LearnedWeights.Neighbours, LearnedWeights.Often,
    ];

    /// <summary>The parts by their names, each with what it weighs and adds.</summary>
    public static IReadOnlyList<ExplainedPart> Explain(double[] features, RankingModel? model)
    {
        var weights = model?.Weights;
        return [.. Names.Select((name, i) => (name, i, weight: weights?[name] ?? Untrained[i])).Select(p => new ExplainedPart(p.name, features[p.i], p.weight, p.weight * features[p.i]))];
    }

    public static double[] Of(TermParts terms, Closeness closeness, LearnedMatch learned) =>
    [
        terms.Words, terms.Titles, terms.Bigrams, terms.Kana, terms.Synonyms,
        closeness.Coverage * closeness.Coverage, closeness.Sentence, closeness.Near, closeness.Heading, closeness.Counted,
        learned.Terms, learned.Nearest, learned.Neighbours, learned.Often,
    ];
}

/// <summary>What the fields of the first stage add to a document's score, each as it is weighed there.</summary>
internal readonly record struct TermParts(float Words, float Titles, float Bigrams, float Kana, float Synonyms);

/// <summary>What learned questions weigh where nothing was trained.</summary>
internal static class LearnedWeights
{
    public const double Terms = 0.2;
    public const double Nearest = 0;
    public const double Neighbours = 4;
    public const double Often = 0.5;

    public static float Of(LearnedMatch match) =>
        (float)(Terms * match.Terms + Nearest * match.Nearest + Neighbours * match.Neighbours + Often * match.Often);
}
