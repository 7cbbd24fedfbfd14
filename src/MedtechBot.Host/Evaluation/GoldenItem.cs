using System.Text.Json.Serialization;

namespace MedtechBot.Host.Evaluation;

/// <summary>A question with the action expected and the facts a right answer holds.</summary>
/// <param name="Must">Of each list one alternative stands in the answer.</param>
/// <param name="MustNot">None of these stands in it.</param>
internal sealed record GoldenItem(string Id, string Question, string Action)
{
    public string Group { get; init; } = "";
    public int Turn { get; init; } = 1;
    public string Lang { get; init; } = "ja";
    public string Topic { get; init; } = "";
    public string Style { get; init; } = "";
    public IReadOnlyList<string> Facts { get; init; } = [];
    public IReadOnlyList<IReadOnlyList<string>> Must { get; init; } = [];

    [JsonPropertyName("must_not")]
    public IReadOnlyList<string> MustNot { get; init; } = [];

    /// <summary>Passages that carry the answer: of each part one must be cited. A plain list in the file is one part.</summary>
    [JsonConverter(typeof(NeededPassages))]
    public IReadOnlyList<IReadOnlyList<string>> Passages { get; init; } = [];

    [JsonPropertyName("action_alt")]
    public IReadOnlyList<string> ActionAlternatives { get; init; } = [];
}
