using System.Text.Json;

namespace MedtechBot.Knowledge.Search.Learning;

/// <summary>What was learned of how much each part of the evidence weighs. A value: it can be kept, compared and taken back.</summary>
public sealed class RankingModel
{
    // To be raised when the same weights would mean something else.
    private const int CurrentVersion = 1;

    private readonly double[] _weights;

    internal RankingModel(IReadOnlyList<double> weights) => _weights = [.. weights];

    /// <summary>By the names of the parts.</summary>
    public IReadOnlyDictionary<string, double> Weights => RankingFeatures.Names.Zip(_weights).ToDictionary(w => w.First, w => w.Second);

    /// <summary>For keeping it.</summary>
    public string ToJson() => JsonSerializer.Serialize(new Stored(CurrentVersion, Weights), JsonSerializerOptions.Web);

    /// <returns>Null when it was made for other parts, or is none at all: then the untrained weights serve.</returns>
    public static RankingModel? FromJson(string json)
    {
        try
        {
            return JsonSerializer.Deserialize<Stored>(json, JsonSerializerOptions.Web) is { Version: CurrentVersion, Weights: { } weights }
                && weights.Count == RankingFeatures.Names.Count && RankingFeatures.Names.All(weights.ContainsKey) && weights.Values.All(double.IsFinite)
                ? new RankingModel([.. RankingFeatures.Names.Select(n => weights[n])])
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    internal double Score(ReadOnlySpan<double> features)
    {
        var score = 0.0;
        for (var i = 0; i < features.Length; i++)
        {
            score += _weights[i] * features[i];
        }
        return score;
    }

    private sealed record Stored(int Version, IReadOnlyDictionary<string, double> Weights);
}
