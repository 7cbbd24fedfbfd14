using System.Text.Json.Nodes;
using MedtechBot.Channels;
using MedtechBot.Consultations;
using MedtechBot.Host.Pages;
using MedtechBot.Host.RequestLimits;
using MedtechBot.Turns;

namespace MedtechBot.Host.QuickPage;

/// <summary>Hands a matter to a person: write, check what will be sent, send. The form's own id makes pressing twice one ticket.</summary>
internal static class Consult
{
    public static async Task<IResult> ShowAsync(HttpContext http, QuickAccess access, Conversations conversations)
    {
        var id = http.Request.Query["c"].ToString();
        if (id.Length == 0)
        {
            return Show(http, null, RandomId.Next(), new IntakeForm());
        }
        if (await access.FindOwnAsync(http, id) is not { } conversation)
        {
            return ErrorPages.Show(http, StatusCodes.Status404NotFound);
        }
        var activities = await conversations.ReadAsync(conversation.Id, -1, http.RequestAborted);
        return Show(http, conversation.Id, RandomId.Next(), new IntakeForm { Summary = Matter(activities) });
    }

    public static async Task<IResult> HandleAsync(HttpContext http, QuickAccess access, ConversationTurns turns, VisitLimits limits)
    {
        var fields = await QuickForm.ReadAsync(http);
        var id = fields["c"].ToString();
        var submission = fields["submission"].ToString();
        var form = new IntakeForm
        {
            Summary = fields["summary"].ToString(),
            Email = fields["email"].ToString(),
            ReplyInChatOnly = fields["chatOnly"].ToString() == "true",
        }.Cleaned();
        var conversation = id.Length > 0 ? await access.FindOwnAsync(http, id) : null;
        if (id.Length > 0 && conversation is null)
        {
            return ErrorPages.Show(http, StatusCodes.Status404NotFound);
        }
        var step = fields["step"].ToString();
        if (step == "edit" || form.Problems(PageLanguage.Of(http)) is not { Count: 0 } problems)
        {
            return Show(http, conversation?.Id, submission, form, problems: step == "edit" ? [] : form.Problems(PageLanguage.Of(http)));
        }
        if (step == "send" && limits.Refuse(http, Door.Ticket) is { } refusal)
        {
            return refusal;
        }
        conversation ??= await access.StartAsync(http);
        return step == "send"
            ? await SendAsync(http, conversation, submission, form, turns)
            : Show(http, conversation.Id, submission, form, confirming: true);
    }

    // The same way in as the form of the chat, so that there is one set of rules.
    private static async Task<IResult> SendAsync(HttpContext http, ConversationRow conversation, string submission, IntakeForm form, ConversationTurns turns)
    {
        var language = PageLanguage.Of(http);
        var value = new JsonObject
        {
            ["verb"] = IntakeCards.Verb,
            ["submissionId"] = submission,
            ["language"] = language.Code(),
            ["summary"] = form.Summary,
            ["email"] = form.Email,
            ["chatOnly"] = form.ReplyInChatOnly ? "true" : "false",
        };
        var received = await turns.ReceiveAsync(conversation, new IncomingMessage { Value = value, Language = language }, http.RequestAborted);
        if (received is null)
        {
            return TooManyRequests.Answer(http);
        }
        await received.Reply.WaitAsync(http.RequestAborted);
        return AskQuestion.SeeOther(http, $"/ask/{conversation.Id}#latest");
    }

    private static IResult Show(HttpContext http, string? conversationId, string submission, IntakeForm form, bool confirming = false, IReadOnlyList<IntakeProblem>? problems = null)
    {
        http.Response.Headers.CacheControl = "no-store";
        return PageResult.Show<ConsultPage>(problems is { Count: > 0 } ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK,
            ("ConversationId", conversationId), ("SubmissionId", submission), ("Form", form), ("Confirming", confirming), ("Problems", problems ?? []));
    }

    // What the last offered form holds, which knows the matter best; otherwise the last question.
    private static string Matter(IReadOnlyList<Activity> activities) =>
        activities.Select(a => a.Outgoing?.Card).LastOrDefault(c => c is not null) is { } card
            && (card["body"] as JsonArray)?.OfType<JsonObject>().FirstOrDefault(f => f["id"]?.ToString() == "summary")?["value"]?.ToString() is { Length: > 0 } summary
            ? summary
            : activities.LastOrDefault(a => a.Incoming is { IsSubmission: false, Text.Length: > 0 })?.Incoming!.Text ?? "";
}
