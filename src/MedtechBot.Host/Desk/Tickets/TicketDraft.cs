using System.Globalization;
using MedtechBot.Answers;
using MedtechBot.Channels;
using MedtechBot.Consultations;
using MedtechBot.Coordination;

namespace MedtechBot.Host.Desk.Tickets;

/// <summary>What somebody has typed on a ticket's page; kept when it cannot be sent. The ids make sending a form twice do its work once.</summary>
public sealed record TicketDraft
{
    public string ReplyId { get; init; } = RandomId.Next();
    public string Text { get; init; } = "";

    /// <summary>What the reply rests on; only what was found to hold.</summary>
    public IReadOnlyList<Citation> Sources { get; init; } = [];

    /// <summary>What is attached to the reply, held until it is sent.</summary>
    public IReadOnlyList<UploadedFile> Files { get; init; } = [];

    public string NoteId { get; init; } = RandomId.Next();
    public string Note { get; init; } = "";
    public string ReferralId { get; init; } = RandomId.Next();
    public string To { get; init; } = "";
    public string Reason { get; init; } = "";

    /// <summary>The referral whose next step was being written down, and what was.</summary>
    public string? Referral { get; init; }

    public string Step { get; init; } = "";
    public string Candidate { get; init; } = "";
    public string DeclineReason { get; init; } = "";

    /// <summary>The version of the ticket that was on the page.</summary>
    public int Version { get; init; }

    /// <summary>A new draft; with the referral begun that a link of the page proposes.</summary>
    public static TicketDraft Proposed(HttpContext http) => new()
    {
        To = Cut(http.Request.Query["to"], ReferTicket.LongestName),
        Reason = Cut(http.Request.Query["reason"], ReferTicket.LongestReason),
    };

    private static string Cut(string? text, int longest) => IntakeForm.Clean(text ?? "", keepLines: true) is { } clean ? clean[..Math.Min(clean.Length, longest)] : "";

    public static TicketDraft Read(HttpContext http)
    {
        var form = http.Request.Form;
        return new TicketDraft
        {
            ReplyId = Id("replyId"),
            Text = Text("text", keepLines: true),
            NoteId = Id("noteId"),
            Note = Text("note", keepLines: true),
            ReferralId = Id("referralId"),
            To = Text("to"),
            Reason = Text("reason", keepLines: true),
            Referral = form["referral"],
            Step = Text("stepNote", keepLines: true),
            Candidate = Text("candidate"),
            DeclineReason = Text("declineReason", keepLines: true),
            Version = int.TryParse(form["version"], NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : 0,
        };

        string Text(string field, bool keepLines = false) => IntakeForm.Clean(form[field].ToString(), keepLines) ?? "";
        string Id(string field) => form[field].ToString() is { Length: 32 } id && id.All(char.IsAsciiHexDigitLower) ? id : RandomId.Next();
    }
}
