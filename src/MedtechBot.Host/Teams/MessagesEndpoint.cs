using MedtechBot.Host.RequestLimits;
using MedtechBot.Teams;
using MedtechBot.Teams.Coordinators;

namespace MedtechBot.Host.Teams;

/// <summary><c>POST /api/messages</c>: whatever happens in Teams that concerns the bot.</summary>
internal sealed class MessagesEndpoint(TeamsDoor door, TeamsMessages messages, TeamsWelcome welcome, ReactionFeedback reactions, DeskChannels channels, IEnumerable<ITeamsInvoke> invokes)
{
    public const string Path = "/api/messages";

    private readonly Dictionary<string, ITeamsInvoke> _invokes = invokes.SelectMany(i => i.Names.Select(n => (n, i))).ToDictionary(p => p.n, p => p.i, StringComparer.Ordinal);

    public void Map(IEndpointRouteBuilder app) => app.MapPost(Path, (Delegate)PostAsync).Limit(Door.Bot).DisableAntiforgery();

    private async Task<IResult> PostAsync(HttpContext http)
    {
        var (activity, refusal) = await door.OpenAsync(http);
        if (refusal is not null)
        {
            return refusal;
        }
        if (activity!.Kind == TeamsKinds.Channel)
        {
            await channels.RenewAsync(activity, http.RequestAborted);
        }
        return activity.Type switch
        {
            "message" => await messages.ReceiveAsync(http, activity),
            "conversationUpdate" => await welcome.MembersAddedAsync(http, activity),
            "installationUpdate" => await welcome.InstalledAsync(http, activity),
            "invoke" => await InvokeAsync(http, activity),
            "messageReaction" => await reactions.ReceiveAsync(http, activity),
            // Typing, the end of a conversation, and whatever clients may invent.
            _ => TeamsReplies.None(activity),
        };
    }

    private async Task<IResult> InvokeAsync(HttpContext http, TeamsActivity activity)
    {
        var answer = _invokes.TryGetValue(activity.Name ?? "", out var invoke) ? await invoke.AnswerAsync(http, activity) : InvokeAnswer.Unknown;
        return answer.Body is null ? Results.StatusCode(answer.Status) : Results.Json(answer.Body, TeamsJson.Options, statusCode: answer.Status);
    }
}
