using System.Text.Json.Nodes;
using MedtechBot.Answers;
using MedtechBot.Channels;
using MedtechBot.Consultations;
using MedtechBot.Consultations.Intake;
using MedtechBot.Host.Attachments;
using MedtechBot.Host.Pages;
using MedtechBot.Host.RequestLimits;
using MedtechBot.Turns;

namespace MedtechBot.Host.QuickPage;

/// <summary>
/// Hands a matter to a person: write, check what will be sent, send; or go on later, or leave it. The form's own id makes pressing twice
/// one ticket.
/// </summary>
internal sealed class Consult(QuickAccess access, Conversations conversations, ConversationTurns turns, IntakeDrafts drafts, OfferIntake offer, Func<DeskRules> rules, FileIntake files, VisitLimits limits)
{
    public async Task<IResult> ShowAsync(HttpContext http)
    {
        var id = http.Request.Query["c"].ToString();
        if (id.Length == 0)
        {
            return await drafts.FindNewestAsync(await access.ListOwnAsync(http), http.RequestAborted) is var (where, begun)
                ? await ShowAsync(http, where, begun, isResumed: true)
                : await ShowAsync(http, null, offer.Fill(null, []));
        }
        if (await access.FindOwnAsync(http, id) is not { } conversation)
        {
            return ErrorPages.Show(http, StatusCodes.Status404NotFound);
        }
        return await drafts.FindAsync(conversation.Id, http.RequestAborted) is { } draft
            ? await ShowAsync(http, conversation.Id, draft, isResumed: true)
            : await ShowAsync(http, conversation.Id, Fill(await conversations.ReadAsync(conversation.Id, -1, http.RequestAborted)));
    }

    public async Task<IResult> HandleAsync(HttpContext http)
    {
        var fields = await QuickForm.ReadAsync(http);
        var id = fields["c"].ToString();
        var conversation = id.Length > 0 ? await access.FindOwnAsync(http, id) : null;
        if (id.Length > 0 && conversation is null)
        {
            return ErrorPages.Show(http, StatusCodes.Status404NotFound);
        }
        var draft = ConsultFields.Read(fields, rules().Routing).Usable();
        var step = fields["step"].ToString();
        if (step == "cancel")
        {
            await drafts.RemoveAsync(conversation?.Id ?? "", draft.SubmissionId, http.RequestAborted);
            return PageResult.SeeOther(http, conversation is null ? "/ask" : $"/ask/{conversation.Id}");
        }
        if (step == "send" && !OpenTicket.IsSubmissionId(fields["submission"].ToString()))
        {
            step = "check"; // Only what was shown for checking is sent.
        }
        var problems = step is "check" or "send" ? draft.Form.Problems(PageLanguage.Of(http)) : [];
        if (conversation is null && ((step != "fields" && step != "edit" && problems.Count == 0) || FileIntake.Chosen(fields).Count > 0))
        {
            conversation = await access.StartAsync(http);
        }
        if (conversation is not null)
        {
            var taken = await files.OfFormAsync(http, conversation.Id, draft.SubmissionId);
            draft = draft with { Files = taken.Files };
            problems = taken.Refused is { } refused ? [.. problems, new IntakeProblem(IntakeField.Files, refused.Say(PageLanguage.Of(http)))] : problems;
            await drafts.KeepAsync(conversation.Id, draft, http.RequestAborted);
        }
        return step switch
        {
            _ when problems.Count > 0 => await ShowAsync(http, conversation?.Id, draft, problems: problems),
            "keep" => PageResult.SeeOther(http, $"/ask/consult?c={conversation!.Id}&kept=yes"),
            "check" => await ShowAsync(http, conversation!.Id, draft, isChecked: true),
            "send" => limits.Refuse(http, Door.Ticket) ?? await SendAsync(http, conversation!, draft),
            _ => await ShowAsync(http, conversation?.Id, draft, isOpen: step == "fields"),
        };
    }

    // The same way in as the form of the chat, so that there is one set of rules.
    private async Task<IResult> SendAsync(HttpContext http, ConversationRow conversation, IntakeDraft draft)
    {
        var language = PageLanguage.Of(http);
        var value = new JsonObject
        {
            ["verb"] = IntakeCards.Verb,
            ["submissionId"] = draft.SubmissionId,
            ["language"] = language.Code(),
            ["wasConfidential"] = true,
        };
        foreach (var input in IntakeInputs.All)
        {
            value[input.Id] = input.Get(draft.Form);
        }
        var received = await turns.ReceiveAsync(conversation, new IncomingMessage { Value = value, Language = language }, http.RequestAborted);
        if (received is null)
        {
            return TooManyRequests.Answer(http);
        }
        await received.Reply.WaitAsync(http.RequestAborted);
        return PageResult.SeeOther(http, $"/ask/{conversation.Id}#latest");
    }

    private async Task<IResult> ShowAsync(
        HttpContext http, string? conversationId, IntakeDraft draft, bool isResumed = false, bool isChecked = false, bool isOpen = false, IReadOnlyList<IntakeProblem>? problems = null)
    {
        http.Response.Headers.CacheControl = "no-store";
        var view = new ConsultView
        {
            ConversationId = conversationId,
            Draft = draft,
            Rules = rules().Routing,
            Notice = offer.Notice(PageLanguage.Of(http)),
            Doors = isChecked ? offer.Doors(draft.Form) : [],
            Problems = problems ?? [],
            Transcript = conversationId is null ? [] : await conversations.ReadAsync(conversationId, -1, http.RequestAborted),
            IsResumed = isResumed,
            IsKept = http.Request.Query["kept"] == "yes",
            IsOpen = isOpen,
        };
        var status = view.Problems.Count > 0 ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK;
        return isChecked ? PageResult.Show<ConsultCheckPage>(status, ("View", view)) : PageResult.Show<ConsultPage>(status, ("View", view));
    }

    // The question for which a form was offered knows the matter best; otherwise the last one.
    private IntakeDraft Fill(IReadOnlyList<Activity> activities)
    {
        var last = activities.LastOrDefault(a => a.Outgoing is { Card: not null, Answer: not null }) ?? activities.LastOrDefault(a => a.Outgoing?.Answer is not null);
        return offer.Fill(last?.Outgoing?.Answer, [.. activities
            .Where(a => a.Incoming is { IsSubmission: false, Text.Length: > 0 } && (last is null || a.Sequence < last.Sequence))
            .Select(a => a.Incoming!.Text)]);
    }
}
