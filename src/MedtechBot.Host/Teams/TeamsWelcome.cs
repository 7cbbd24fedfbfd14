using MedtechBot.Answers;
using MedtechBot.Channels;
using MedtechBot.Host.WebChat;
using MedtechBot.Teams;

namespace MedtechBot.Host.Teams;

/// <summary>Says once to each person in each place what the bot is for. Clients tell of the same arrival many times.</summary>
internal sealed class TeamsWelcome(OpenTeamsConversation places, Conversations conversations, TeamsReplies replies)
{
    private const string Key = "welcome";

    /// <summary>Somebody came into a conversation: the bot, or with it the person it is installed for.</summary>
    public Task<IResult> MembersAddedAsync(HttpContext http, TeamsActivity activity) =>
        WelcomeAsync(http, activity, activity.MembersAdded.Any(id => id == activity.Recipient.Id || (activity.IsPersonal && id == activity.From.Id)));

    public Task<IResult> InstalledAsync(HttpContext http, TeamsActivity activity) =>
        WelcomeAsync(http, activity, activity.Action is "add" or "add-upgrade");

    private async Task<IResult> WelcomeAsync(HttpContext http, TeamsActivity activity, bool isArrival)
    {
        // In some places the bot itself is named as the one who did it; nobody is there to talk to yet.
        if (!isArrival || activity.From.Id == activity.Recipient.Id)
        {
            return TeamsReplies.None(activity);
        }
        var place = await places.HandleAsync(activity, http.RequestAborted);
        return activity.ExpectsReplies && (await conversations.ReadAsync(place.Conversation.Id, -1, http.RequestAborted)).Any(a => a.Outgoing?.DeliveryKey == Key)
            ? TeamsReplies.None(activity)
            : await replies.SayAsync(http, activity, place, TeamsWords.Welcome(Key, TeamsWords.LanguageOf(activity.Locale), activity.IsPersonal));
    }
}
