namespace MedtechBot.LearningFromUse;

/// <summary>A question and a passage with all that confirms them, as the desk reviews them.</summary>
public sealed record LearnedPair(string PassageId, string QuestionKey, IReadOnlyList<LearnedQuestionRow> Confirmations)
{
    public LearnedQuestionRow Last => Confirmations[0];

    public string Question => Last.Question;

    public LearnedStatus Status => StatusOf([.. Confirmations.Select(c => c.Status)]);

    public string? DecidedBy => Confirmations.Select(c => c.DecidedBy).FirstOrDefault(by => by is not null);

    /// <summary>How often each way confirmed it.</summary>
    public IEnumerable<(ConfirmedBy By, int Count)> Sources => Confirmations.GroupBy(c => c.ConfirmedBy).OrderBy(g => g.Key).Select(g => (g.Key, g.Count()));

    /// <summary>What was taken out stays so, whatever else confirms it.</summary>
    internal static LearnedStatus StatusOf(IReadOnlyCollection<LearnedStatus> confirmations) =>
        confirmations.Contains(LearnedStatus.Removed) ? LearnedStatus.Removed
        : confirmations.Contains(LearnedStatus.Counts) ? LearnedStatus.Counts
        : LearnedStatus.Held;
}
