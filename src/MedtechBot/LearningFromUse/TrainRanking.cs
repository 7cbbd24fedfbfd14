using System.Globalization;
using MedtechBot.Knowledge;
using MedtechBot.Knowledge.Search;
using MedtechBot.Knowledge.Search.Learning;

namespace MedtechBot.LearningFromUse;

/// <summary>How good a ranking of ids is, by their grades, down to a depth.</summary>
public delegate double RankingMeasure(IReadOnlyList<string> ranking, IReadOnlyDictionary<string, double> grades, int depth);

/// <param name="Before">nDCG@10 of what was live, on the questions held back.</param>
/// <param name="After">That of the new one.</param>
internal sealed record TrainedRanking(RankingModel Model, int Trained, int HeldBack, double Before, double After)
{
    public bool IsBetter => After > Before;
}

/// <summary>
/// Trains the ranking from the confirmed questions, but for a fifth of them on which it has to show that it is better than what is live.
/// Which fifth follows from the questions alone, so that no question changes sides.
/// </summary>
public sealed class TrainRanking(ReadLearned learned, RankingModels models, Func<KnowledgeSnapshot> knowledge)
{
    public const int FewestTrained = 20;
    public const int FewestHeldBack = 5;

    private const int Folds = 5;
    private const int Depth = 10;

    /// <returns>Null when too little was confirmed.</returns>
    public async Task<RankingModelRow?> HandleAsync(RankingMeasure measure, CancellationToken cancellation = default)
    {
        var now = await learned.ReadAsync(cancellation);
        return knowledge().SearchByWords is { } search && Train(search, now, measure) is { } trained ? await models.AddAsync(trained, cancellation) : null;
    }

    internal static TrainedRanking? Train(PassageSearch search, LearnedPassages learned, RankingMeasure measure)
    {
        var questions = learned.Questions.Select(p => (Place: search.FindPlace(p.Key), Questions: p.Value)).Where(p => p.Place is not null)
            .SelectMany(p => p.Questions.Select(q => (q.Question, Place: p.Place!.Value)))
            .GroupBy(q => ConfirmationRules.KeyOf(q.Question)).OrderBy(q => q.Key, StringComparer.Ordinal)
            .Select(q => (IsHeldBack: IsHeldBack(q.Key), Asked: new AnsweredQuestion(q.Select(a => a.Question).Min(StringComparer.Ordinal)!, q.Select(a => a.Place).Distinct().ToDictionary(d => d, _ => 1.0))))
            .ToLookup(q => q.IsHeldBack, q => q.Asked);
        List<AnsweredQuestion> training = [.. questions[false]], heldBack = [.. questions[true]];
        if (training.Count < FewestTrained || heldBack.Count < FewestHeldBack)
        {
            return null;
        }
        var known = search.Index.Learn(training.SelectMany(q => q.Grades.Keys.Select(place => (place, q.Text))));
        var model = RankingTraining.Train(search.Index, known, training);
        return new TrainedRanking(model, training.Count, heldBack.Count, Mean(learned.Model), Mean(model));

        double Mean(RankingModel? ranking) => heldBack.Average(q => measure(
            [.. search.Index.Search(q.Text, Depth, known, ranking).Select(hit => hit.Document.ToString(CultureInfo.InvariantCulture))],
            q.Grades.ToDictionary(g => g.Key.ToString(CultureInfo.InvariantCulture), g => g.Value), Depth));
    }

    internal static bool IsHeldBack(string questionKey) => int.Parse(questionKey.AsSpan(0, 4), NumberStyles.HexNumber, CultureInfo.InvariantCulture) % Folds == 0;
}
