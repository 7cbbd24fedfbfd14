namespace MedtechBot.Knowledge.Search.Learning;

/// <summary>A question and which documents answer it.</summary>
/// <param name="Grades">How well each of them does; only what is above 0 counts.</param>
public sealed record AnsweredQuestion(string Text, IReadOnlyDictionary<int, double> Grades);

/// <summary>The same with the features of the documents that the search finds best.</summary>
internal sealed record RankingExample(IReadOnlyList<(double[] Features, double Grade)> Documents);

/// <summary>
/// Finds weights that put what answers before what does not: logistic regression over pairs, each pair weighed by what changing places
/// would gain, held near the untrained weights. The same examples give the same weights.
/// </summary>
public static class RankingTraining
{
    private const int Rounds = 60;
    private const double Step = 1.5;
    private const double Temperature = 3;
    private const double Hold = 0.001;
    // Pairs far down change nothing that anybody sees.
    private const int Seen = 20;

    /// <param name="learned">Holds the questions; each is looked at as if it alone had not been learned.</param>
    public static RankingModel Train(TextIndex index, LearnedQuestions learned, IReadOnlyList<AnsweredQuestion> questions)
    {
        var examples = new RankingExample[questions.Count];
        Parallel.For(0, examples.Length, i => examples[i] = new RankingExample(
            [.. index.Features(questions[i].Text, learned.Without(questions[i].Text)).Select(d => (d.Features, Math.Max(0, questions[i].Grades.GetValueOrDefault(d.Document))))]));
        return Train(examples);
    }

    internal static RankingModel Train(IReadOnlyList<RankingExample> examples)
    {
        var start = RankingFeatures.Untrained;
        var (weights, scales) = (start.ToArray(), Scales(examples));
        for (var round = 0; round < Rounds; round++)
        {
            var (slope, pairs) = (new double[weights.Length], 0.0);
            foreach (var example in examples)
            {
                pairs += Add(example, weights, slope);
            }
            for (var i = 0; i < weights.Length; i++)
            {
                // Measured in its own spread, so that the unit of a part does not matter.
                var scaled = slope[i] / scales[i] / Math.Max(1, pairs) - Hold * (weights[i] - start[i]) * scales[i];
                weights[i] += scales[i] <= 1e-4 ? 0 : Step * scaled / scales[i];
            }
        }
        return new RankingModel(weights);
    }

    private static double Add(RankingExample example, double[] weights, double[] slope)
    {
        var documents = example.Documents;
        var scores = documents.Select(d => d.Features.Zip(weights, (f, w) => f * w).Sum()).ToArray();
        var places = new int[scores.Length];
        foreach (var (place, document) in Enumerable.Range(0, scores.Length).OrderByDescending(d => scores[d]).Index())
        {
            places[document] = place;
        }
        var pairs = 0.0;
        for (var one = 0; one < scores.Length; one++)
        {
            for (var other = 0; documents[one].Grade > 0 && other < scores.Length; other++)
            {
                var better = documents[one].Grade - documents[other].Grade;
                if (better <= 0 || Math.Min(places[one], places[other]) >= Seen)
                {
                    continue;
                }
                var gain = better * Math.Abs(Discount(places[one]) - Discount(places[other]));
                var wrong = gain / (1 + Math.Exp((scores[one] - scores[other]) / Temperature));
                pairs += gain;
                for (var i = 0; i < slope.Length; i++)
                {
                    slope[i] += wrong * (documents[one].Features[i] - documents[other].Features[i]);
                }
            }
        }
        return pairs;
    }

    private static double Discount(int place) => 1 / Math.Log2(place + 2);

    private static double[] Scales(IReadOnlyList<RankingExample> examples) => [.. Enumerable.Range(0, RankingFeatures.Names.Count).Select(i =>
    {
        var values = examples.SelectMany(e => e.Documents).Select(d => d.Features[i]).DefaultIfEmpty().ToList();
        var mean = values.Average();
        return Math.Sqrt(Math.Max(1e-9, values.Average(v => (v - mean) * (v - mean))));
    })];
}
