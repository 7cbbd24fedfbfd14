using MedtechBot.Knowledge;

namespace MedtechBot.Answers;

/// <summary>Answers in the words of the passages.</summary>
public static class QuotingComposer
{
    public static Answer Compose(IReadOnlyList<PassageHit> hits, Language language)
    {
        if (hits.Count == 0)
        {
            return new Answer
            {
                Outcome = OutcomeKind.Escalated,
                Language = language,
                Text = language == Language.English ? "The sources do not carry an answer." : "資料の中に答えが見つかりませんでした。",
                OffersConsultation = true,
                Escalation = EscalationReason.LittleEvidence,
            };
        }
        var passage = hits[0].Passage;
        var quote = passage.Units[0].Text;
        var source = passage.Sources[0].Source;
        return new Answer
        {
            Outcome = OutcomeKind.Answered,
            Language = language,
            Text = quote + " [1]",
            Citations = [new Citation(1, passage.Id, passage.DocumentTitle, passage.Heading, quote, $"{source.Publisher}「{source.Title}」({source.Date})", passage.AsOf, passage.Authority)],
            DateLine = language == Language.English ? $"As of {passage.AsOf}" : $"{passage.AsOf.ToJapanese()}時点の情報",
        };
    }
}
