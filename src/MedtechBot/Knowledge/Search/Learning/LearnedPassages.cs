namespace MedtechBot.Knowledge.Search.Learning;

/// <summary>What a search goes by beside the passages themselves, by their ids and for no index in particular. A value.</summary>
/// <param name="Questions">Confirmed questions of each passage with what they weigh; of too many the first count.</param>
/// <param name="Model">Null: the untrained weights.</param>
public sealed record LearnedPassages(IReadOnlyDictionary<string, IReadOnlyList<(string Question, double Weight)>> Questions, RankingModel? Model)
{
    /// <summary>Nothing learned.</summary>
    public static LearnedPassages None { get; } = new(new Dictionary<string, IReadOnlyList<(string Question, double Weight)>>(), null);

    internal IReadOnlyList<(string Question, double Weight)> Of(string passage) => Questions.GetValueOrDefault(passage, []);
}
