using System.Text.Json.Nodes;
using MedtechBot.Answers;
using MedtechBot.Channels;
using MedtechBot.Consultations.Intake;
using MedtechBot.Host.DirectLine;
using MedtechBot.Host.Pages;
using MedtechBot.Host.RequestLimits;
using MedtechBot.Teams;
using MedtechBot.Turns;

namespace MedtechBot.Host.Teams;

/// <summary>The consultation form in a dialog of its own (task module), opened by the button of <see cref="Button"/>. The ticket belongs to the chat it was opened in.</summary>
internal sealed class IntakeTask(
    OpenTeamsConversation places, OfferIntake offer, IntakeDrafts drafts, IntakeSubmission intake, TurnLog log, Conversations conversations, PublicAddress address, VisitLimits limits) : ITeamsInvoke
{
    private const string Fetch = "task/fetch";

    public IReadOnlyCollection<string> Names => [Fetch, "task/submit"];

    /// <summary>The button that opens the form.</summary>
    public static JsonObject Button(Language language) => new()
    {
        ["type"] = "AdaptiveCard",
        ["version"] = "1.2",
        ["body"] = new JsonArray(),
        ["actions"] = new JsonArray(new JsonObject
        {
            ["type"] = "Action.Submit",
            ["title"] = language.Say("相談を申し込む", "Consult a person"),
            ["data"] = new JsonObject { ["msteams"] = new JsonObject { ["type"] = Fetch }, ["task"] = "intake" },
        }),
    };

    public async Task<InvokeAnswer> AnswerAsync(HttpContext http, TeamsActivity activity)
    {
        if (activity.Value is not JsonObject value || (value["data"] ?? new JsonObject()) is not JsonObject data)
        {
            return InvokeAnswer.BadRequest;
        }
        var language = TeamsWords.LanguageOf(activity.Locale);
        var place = await places.HandleAsync(activity, http.RequestAborted);
        if (activity.Name == Fetch)
        {
            var draft = await drafts.FindAsync(place.Conversation.Id, http.RequestAborted);
            var past = draft is null ? await log.RecallAsync(place.Conversation.Id, cancellation: http.RequestAborted) : [];
            return Form(http, offer.Card(draft ?? offer.Fill(null, [.. past.Select(p => p.Question)]), language, withDetails: draft is not null), language);
        }
        if (!intake.Handles(data))
        {
            return InvokeAnswer.BadRequest;
        }
        if (limits.Refuse(http, Door.Ticket, place.Conversation.AskerId) is not null)
        {
            return Say(language.Say("続けて送られたため、受け取れませんでした。少し時間をおいてからお送りください。", "Too many at once. Please try again a little later."));
        }
        var reply = await intake.HandleAsync(place.Conversation, data, http.RequestAborted);
        if (reply.Card is { } again)
        {
            return Form(http, again, language);
        }
        // What is said of a ticket belongs to the chat, where the reply will come as well.
        if (reply.Ticket is not null)
        {
            await conversations.SendAsync(place.Conversation.Id, reply, http.RequestAborted);
            return Say(language.Say($"相談を受け付けました。受付番号は {reply.Ticket} です。返信はこのチャットに届きます。", $"Your consultation was accepted. Its number is {reply.Ticket}. The reply comes into this chat."));
        }
        return Say(reply.Text);
    }

    private InvokeAnswer Form(HttpContext http, JsonObject card, Language language) => Task("continue", new JsonObject
    {
        ["title"] = language.Say("担当者への相談", "Consult a person"),
        ["height"] = "large",
        ["width"] = "medium",
        ["card"] = new JsonObject
        {
            ["contentType"] = "application/vnd.microsoft.card.adaptive",
            ["content"] = TaskCard.Of(card, address.ForLinks(http)),
        },
    });

    private static InvokeAnswer Say(string text) => Task("message", text);

    private static InvokeAnswer Task(string type, JsonNode value) =>
        InvokeAnswer.Of(new JsonObject { ["task"] = new JsonObject { ["type"] = type, ["value"] = value } });
}
