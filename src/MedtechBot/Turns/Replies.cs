using MedtechBot.Answers;
using MedtechBot.Knowledge;
using MedtechBot.Knowledge.Search;
using MedtechBot.Turns.Limits;

namespace MedtechBot.Turns;

/// <summary>What is said when the sources are not quoted, or not alone.</summary>
internal static class Replies
{
    /// <param name="general">What the sources say in general beside it, or null.</param>
    public static Answer AtLimit(Limit limit, Language language, Answer? general)
    {
        var text = language == Language.English ? limit.ReplyEn : limit.Reply;
        return new Answer
        {
            Outcome = limit.Outcome == LimitOutcome.Person ? OutcomeKind.Escalated : OutcomeKind.Declined,
            Language = language,
            Text = general is null ? text : $"{text}\n\n{Phrases.InGeneral(language)}\n{general.Text}",
            Citations = general?.Citations ?? [],
            Caveat = general?.Caveat ?? false,
            DateLine = general?.DateLine ?? "",
            OffersConsultation = limit.Outcome == LimitOutcome.Person,
            Escalation = limit.Reason,
        };
    }

    /// <summary>The answer, with the warning that personal data was taken out of the question.</summary>
    public static Answer WithPrivacyNote(this Answer answer) => answer with
    {
        Text = answer.Text + "\n\n" + (answer.Language == Language.English
            ? "Note: what looked like personal data in your message was masked and not kept. Please leave it out here; the form for a consultation has a field for your contact."
            : "※メッセージの中の個人情報と思われる部分は伏せ、保存していません。ここには書かないでください(ご連絡先は相談フォームの欄にご記入ください)。"),
    };

    /// <summary>The answer, headed by how the question was read where it seemed mistyped.</summary>
    public static Answer WithReadingNote(this Answer answer, IReadOnlyList<Correction> readAs) => answer with
    {
        Text = (answer.Language == Language.English
            ? $"(Read {string.Join(", ", readAs.Select(c => $"\"{c.Wrong}\" as \"{c.Right}\""))}.)"
            : $"({string.Join("、", readAs.Select(c => $"「{c.Wrong}」を「{c.Right}」"))}と読みました。)") + "\n\n" + answer.Text,
    };

    public static Answer LittleEvidence(Question question, KnowledgeSnapshot knowledge) => new()
    {
        Outcome = OutcomeKind.Escalated,
        Language = question.Language,
        Text = question.Language == Language.English
            ? "I could not find an answer to this in the sources. I can hand your question to a coordinator, who will reply here."
            : "お手元の質問への答えは、資料の中に見つかりませんでした。担当者への相談としてお受けできます。回答はこの会話に届きます。",
        Suggestions = [.. knowledge.Search.Search(question.Text, 2).Select(h => question.Language == Language.English ? h.Passage.HeadingEn ?? h.Passage.Heading : h.Passage.Heading)],
        OffersConsultation = true,
        Escalation = EscalationReason.LittleEvidence,
    };
}
