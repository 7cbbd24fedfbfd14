using System.Text.Json.Nodes;
using MedtechBot.Answers;
using MedtechBot.Host.Pages;
using MedtechBot.Teams;

namespace MedtechBot.Host.Teams;

/// <summary>Clients that ask for a form of ours below a thumb: Teams' own is the one that is used, so they are told where it is.</summary>
internal sealed class FeedbackForm : ITeamsInvoke
{
    public IReadOnlyCollection<string> Names => ["message/fetchTask"];

    public Task<InvokeAnswer> AnswerAsync(HttpContext http, TeamsActivity activity) => Task.FromResult(InvokeAnswer.Of(new JsonObject
    {
        ["task"] = new JsonObject
        {
            ["type"] = "message",
            ["value"] = TeamsWords.LanguageOf(activity.Locale).Say("ご意見は、回答の下の 👍 👎 からお送りください。", "Please rate the answer with the thumbs below it."),
        },
    }));
}
