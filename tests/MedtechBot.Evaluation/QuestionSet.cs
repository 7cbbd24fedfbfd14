using MedtechBot.Host.Evaluation;
using MedtechBot.Host.Storage;
using MedtechBot.Knowledge;
using MedtechBot.Knowledge.Search;
using Microsoft.Extensions.Configuration;

namespace MedtechBot.Evaluation;

/// <summary>The product's own questions, played once over its own knowledge base for all the tests.</summary>
internal static class QuestionSet
{
    private static readonly HostPaths Paths = new(new ConfigurationBuilder().Build());

    private static readonly KnowledgeIndex Index = SearchSetup.OpenIndex(Path.Combine(Paths.Repository!, "knowledge"));

    public static OwnQuestions Own { get; } = new(Paths);

    public static IReadOnlyList<GoldenItem> Items { get; } = SearchCollection.ReadLines<GoldenItem>(Own.Questions);

    /// <summary>Asked to see how far what was learned from the others carries; not tuned on (README.md).</summary>
    public static IReadOnlyList<GoldenItem> HeldOut { get; } = SearchCollection.ReadLines<GoldenItem>(Path.Combine(Path.GetDirectoryName(Own.Questions)!, "held-out.jsonl"));

    public static KnowledgeSnapshot Knowledge => Index.Current;

    public static Task<IReadOnlyList<PlayedItem>> Played { get; } = AnswerEvaluation.PlayAsync(Items, Index, CancellationToken.None);

    public static async Task<IReadOnlyList<PlayedItem>> AllPlayedAsync() =>
        [.. await Played, .. await AnswerEvaluation.PlayAsync(HeldOut, Index, CancellationToken.None)];

    public static async Task<AnswerFigures> FiguresAsync() =>
        AnswerFigures.Of(await Played, DateOnly.MinValue, Knowledge.Documents.Count, Knowledge.PassageCount);
}
