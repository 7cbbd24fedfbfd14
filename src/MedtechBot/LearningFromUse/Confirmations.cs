using MedtechBot.Knowledge;
using MedtechBot.Storage;

namespace MedtechBot.LearningFromUse;

/// <summary>Somebody confirms that a passage answers a question.</summary>
/// <param name="Question">What <see cref="ConfirmationRules.Learnable"/> let through.</param>
/// <param name="Who">The asker's id, or the name of somebody at the desk.</param>
internal sealed record Confirmation(string ConversationId, string Question, PassageId Passage, ConfirmedBy By, string Who)
{
    public string? Turn { get; init; }

    public string? Ticket { get; init; }
}

/// <summary>Takes confirmations down within the caps.</summary>
public sealed class Confirmations(LearningOptions options, TimeProvider time)
{
    /// <summary>Adds it to what is saved next; nothing when it is known or beyond what one person may confirm.</summary>
    internal void Add(MedtechBotContext context, Confirmation confirmed)
    {
        var id = ConfirmationRules.Hash($"{confirmed.By}\n{confirmed.Turn}\n{confirmed.Ticket}\n{confirmed.Passage}");
        var rows = context.Set<LearnedQuestionRow>();
        if (confirmed.Passage.Value.Length > ConfirmationRules.LongestPassageId || rows.Local.Any(r => r.Id == id) || rows.Any(r => r.Id == id))
        {
            return;
        }
        var now = time.GetUtcNow();
        var isOfTheDesk = confirmed.By == ConfirmedBy.Link;
        var who = ConfirmationRules.Hash($"{(isOfTheDesk ? "desk" : "asker")}\n{confirmed.Who}");
        var key = ConfirmationRules.KeyOf(confirmed.Question);
        if (ConfirmationRules.Decide(FactsOf(rows, confirmed.Passage.Value, key, who, isOfTheDesk, now), options) is not { } status)
        {
            return;
        }
        context.Add(new LearnedQuestionRow
        {
            Id = id,
            ConversationId = confirmed.ConversationId,
            Ticket = confirmed.Ticket,
            TurnId = confirmed.Turn,
            PassageId = confirmed.Passage.Value,
            Question = confirmed.Question,
            QuestionKey = key,
            ConfirmedBy = confirmed.By,
            Who = who,
            At = now,
            ChangedAt = now,
            Status = status,
        });
    }

    private static ConfirmationFacts FactsOf(IQueryable<LearnedQuestionRow> rows, string passage, string key, string who, bool isOfTheDesk, DateTimeOffset now)
    {
        var yesterday = now.AddDays(-1);
        var ofPassage = rows.Where(r => r.PassageId == passage);
        var same = ofPassage.Where(r => r.QuestionKey == key).Select(r => r.Status).Distinct().ToList();
        return new ConfirmationFacts(
            isOfTheDesk,
            same.Count == 0 ? null : LearnedPair.StatusOf(same),
            rows.Count(r => r.Who == who && r.At > yesterday),
            ofPassage.Where(r => r.Who == who && r.QuestionKey != key).Select(r => r.QuestionKey).Distinct().Count(),
            ofPassage.Where(r => r.Status == LearnedStatus.Counts && r.QuestionKey != key).Select(r => r.QuestionKey).Distinct().Count());
    }
}
