using System.Text.Json;
using System.Text.Json.Nodes;
using MedtechBot.Answers;
using MedtechBot.Channels;
using MedtechBot.PersonalData;

namespace MedtechBot.Consultations;

/// <summary>Takes the consultation form sent in from a chat. The ticket belongs to the conversation it came by, whatever its fields say.</summary>
public sealed class IntakeSubmission(OpenTicket openTicket) : ISubmissionHandler
{
    public bool Handles(JsonObject value) => Read(value, "verb") == IntakeCards.Verb;

    public async Task<OutgoingMessage> HandleAsync(ConversationRow conversation, JsonObject value, CancellationToken cancellation)
    {
        var language = Read(value, "language") switch { "en" => Language.English, "ja" => Language.Japanese, _ => conversation.Language ?? Language.Japanese };
        var submissionId = Read(value, "submissionId") ?? "";
        var form = new IntakeForm
        {
            Summary = WithoutPatients(value.ContainsKey("summary") ? Read(value, "summary") : Read(value, "question")),
            Email = Read(value, "email"),
            ReplyInChatOnly = Read(value, "chatOnly") == "true",
        };
        var result = await openTicket.HandleAsync(new OpenTicketRequest(conversation.Id, submissionId, form, language), cancellation);
        return result.Number is { } number
            ? Confirmation(number, submissionId, language)
            : AskAgain(submissionId, form.Cleaned(), result.Problems, language);
    }

    // How to reach the asker may well stand in the text; who a patient is may not.
    private static string? WithoutPatients(string? summary) =>
        summary is null ? null : PersonalDataMask.Mask(summary, PersonalDataKinds.Patient).Text;

    private static OutgoingMessage Confirmation(TicketNumber number, string submissionId, Language language) => new()
    {
        DeliveryKey = "ticket:" + submissionId,
        Text = language == Language.English
            ? $"Your consultation was accepted. Its number is **{number}**.\n\nA coordinator reads it and replies here in this conversation. You can close the page: open it again in the same browser and the reply is here. Meanwhile, feel free to go on asking."
            : $"相談を受け付けました。受付番号は **{number}** です。\n\n担当者が内容を確認し、この会話に返信します。ページを閉じても、同じブラウザーで開き直せば返信を読めます。お待ちの間も、続けて質問できます。",
    };

    private static OutgoingMessage AskAgain(string submissionId, IntakeForm form, IReadOnlyList<IntakeProblem> problems, Language language)
    {
        // Not the old id when that was the trouble; otherwise the same, so that both cards together open one ticket.
        var id = problems.Any(p => p.Field == IntakeField.Form) ? RandomId.Next() : submissionId;
        var kept = form.Summary?.Length > 2 * IntakeForm.LongestSummary ? form with { Summary = form.Summary[..(2 * IntakeForm.LongestSummary)] } : form;
        return new OutgoingMessage
        {
            DeliveryKey = "intake:" + RandomId.Next(),
            Text = (language == Language.English ? "Not sent yet. " : "まだ送信していません。") + string.Join(" ", problems.Select(p => p.Message)),
            Card = IntakeCards.Show(id, kept, language, problems),
        };
    }

    // Clients send what they like: only strings, numbers and truth values are read.
    private static string? Read(JsonObject value, string field) => value[field] is JsonValue given ? given.GetValueKind() switch
    {
        JsonValueKind.String => given.GetValue<string>(),
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        JsonValueKind.Number => given.ToJsonString(),
        _ => null,
    } : null;
}
