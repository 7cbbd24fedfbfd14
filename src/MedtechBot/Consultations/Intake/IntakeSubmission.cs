using System.Text.Json.Nodes;
using MedtechBot.Answers;
using MedtechBot.Channels;

namespace MedtechBot.Consultations.Intake;

/// <summary>Takes the consultation form sent in from a chat. The ticket belongs to the conversation it came by, whatever its fields say.</summary>
public sealed class IntakeSubmission(
    OpenTicket openTicket, TicketStore tickets, IntakeDrafts drafts, OfferIntake offer, Func<DeskRules> rules, DeskTriage triage) : ISubmissionHandler
{
    public bool Handles(JsonObject value) =>
        IntakeReading.Text(value, "verb") is IntakeCards.Verb or IntakeCards.KeepVerb or IntakeCards.CancelVerb or IntakeCards.FieldsVerb;

    public async Task<OutgoingMessage> HandleAsync(ConversationRow conversation, JsonObject value, CancellationToken cancellation)
    {
        var language = IntakeReading.Text(value, "language") switch { "en" => Language.English, "ja" => Language.Japanese, _ => conversation.Language ?? Language.Japanese };
        var draft = IntakeReading.Read(value, rules().Routing);
        // Attached on the page: no card carries files, and none takes them away.
        if (await drafts.FindAsync(conversation.Id, cancellation) is { Files.Count: > 0 } kept && kept.SubmissionId == draft.SubmissionId)
        {
            draft = draft with { Files = kept.Files };
        }
        return await (IntakeReading.Text(value, "verb") switch
        {
            IntakeCards.CancelVerb => CancelAsync(conversation, draft, language, cancellation),
            IntakeCards.KeepVerb => KeepAsync(conversation, draft, language, cancellation),
            IntakeCards.FieldsVerb => ShowFieldsAsync(conversation, draft, language, cancellation),
            _ => SendAsync(conversation, draft, language, cancellation),
        });
    }

    /// <summary>Opens the ticket, or says what is missing; then everything that was typed is kept.</summary>
    public async Task<OutgoingMessage> SendAsync(ConversationRow conversation, IntakeDraft draft, Language language, CancellationToken cancellation)
    {
        var result = await openTicket.HandleAsync(new OpenTicketRequest(conversation.Id, draft.SubmissionId, Marked(draft.Form, language), language) { Files = draft.Files }, cancellation);
        if (result.Number is { } number)
        {
            await drafts.RemoveAsync(conversation.Id, draft.SubmissionId, cancellation);
            var ticket = (await tickets.FindAsync(number, cancellation))!;
            return IntakeConfirmation.Of(ticket, draft.SubmissionId, triage.Standing(ticket, ticket.OpenedAt), language);
        }
        // Not the old id when that was the trouble; otherwise the same, so that both cards together open one ticket and files stay with it.
        var id = OpenTicket.IsSubmissionId(draft.SubmissionId) ? draft.SubmissionId : RandomId.Next();
        var kept = draft with { SubmissionId = id, Form = draft.Form.Cleaned() };
        await drafts.KeepAsync(conversation.Id, kept, cancellation);
        return Say("まだ送信していません。" + string.Join(" ", result.Problems.Select(p => p.Message)), "Not sent yet. " + string.Join(" ", result.Problems.Select(p => p.Message)), language) with
        {
            Card = offer.Card(kept, language, withDetails: false, result.Problems),
        };
    }

    private async Task<OutgoingMessage> KeepAsync(ConversationRow conversation, IntakeDraft draft, Language language, CancellationToken cancellation)
    {
        await drafts.KeepAsync(conversation.Id, draft.Usable(), cancellation);
        return Say(
            $"ここまでの内容を保存しました(まだ送信していません)。「{OfferIntake.ResumeWords(Language.Japanese)}」で続きから書けます。{IntakeDrafts.KeptFor.Days}日たつと消えます。",
            $"Kept as it is (not sent yet). \"{OfferIntake.ResumeWords(Language.English)}\" brings it back. It is deleted after {IntakeDrafts.KeptFor.Days} days.", language) with
        {
            Suggestions = [OfferIntake.ResumeWords(language)],
        };
    }

    private async Task<OutgoingMessage> ShowFieldsAsync(ConversationRow conversation, IntakeDraft draft, Language language, CancellationToken cancellation)
    {
        var usable = draft.Usable();
        await drafts.KeepAsync(conversation.Id, usable, cancellation);
        return Say("選んだテーマの項目です。", "These are the fields of the chosen topic.", language) with { Card = offer.Card(usable, language, withDetails: true) };
    }

    private async Task<OutgoingMessage> CancelAsync(ConversationRow conversation, IntakeDraft draft, Language language, CancellationToken cancellation)
    {
        await drafts.RemoveAsync(conversation.Id, draft.SubmissionId, cancellation);
        return Say("相談をやめました。書きかけの内容は消しました。続けて質問できます。", "Cancelled; what you had written was deleted. Feel free to go on asking.", language);
    }

    private static IntakeForm Marked(IntakeForm form, Language language)
    {
        var mark = language == Language.English ? "[Confidential] " : "【秘密保持希望】";
        return !form.Details.IsConfidential || form.Summary is not { Length: > 0 } summary || summary.Contains(mark.Trim(), StringComparison.Ordinal)
            || summary.Trim().Length == 0 || summary.Length + mark.Length > IntakeForm.LongestSummary ? form : form with { Summary = mark + summary.TrimStart() };
    }

    private static OutgoingMessage Say(string japanese, string english, Language language) => new()
    {
        DeliveryKey = "intake:" + RandomId.Next(),
        Text = language == Language.English ? english : japanese,
    };
}
