using MedtechBot.Channels;
using MedtechBot.Consultations;
using MedtechBot.Coordination;
using MedtechBot.Host.Attachments;
using MedtechBot.Host.Pages;

namespace MedtechBot.Host.AskerPages;

/// <summary>What an asker is writing on a ticket's page; kept when it cannot be sent.</summary>
/// <param name="MessageId">Made with the form: sending it twice writes once. It also holds the files.</param>
public sealed record AskerDraft(string MessageId, string Text, IReadOnlyList<UploadedFile> Files)
{
    public static AskerDraft New(string text = "") => new(RandomId.Next(), text, []);

    /// <returns>The draft, and what must be put right before it is sent.</returns>
    public static async Task<(AskerDraft Draft, string? Problem)> ReadAsync(HttpContext http, Ticket ticket, string text)
    {
        var language = PageLanguage.Of(http);
        var id = http.Request.Form["message"].ToString();
        if (id.Length != 32 || !id.All(char.IsAsciiHexDigitLower))
        {
            return (New(text), language.Say("ページを開き直して、もう一度お送りください。", "Please open the page again and resend it."));
        }
        var taken = await http.RequestServices.GetRequiredService<FileIntake>().OfFormAsync(http, ticket.ConversationId, id);
        var problem = text.Length > TicketTexts.Longest ? language.Say($"{TicketTexts.Longest:N0}文字以内でお願いします。", $"Please keep it within {TicketTexts.Longest:N0} characters.")
            : taken.Refused is { } refused ? refused.Say(language) + language.Say("まだ送っていません。", " Nothing was sent yet.")
            : text.Length == 0 && taken.Files.Count == 0 ? language.Say("内容をご記入ください。", "Please write something.")
            : null;
        return (new AskerDraft(id, text, taken.Files), problem);
    }
}
