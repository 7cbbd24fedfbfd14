using MedtechBot.Channels;

namespace MedtechBot.Teams.Coordinators;

/// <summary>Somebody in an organisation's directory. The same person of another tenant is another one.</summary>
/// <param name="UserId">As Teams calls them in chats; views of cards are asked for by it.</param>
public sealed record TeamsIdentity(string TenantId, string AadObjectId, string UserId)
{
    /// <summary>Who sent an activity; null where that is not vouched for. Other clients let people say of themselves who they are.</summary>
    public static TeamsIdentity? Of(TeamsActivity activity) =>
        activity is { ChannelId: ChannelNames.Teams, TenantId.Length: > 0, From.AadObjectId: { } directory }
            ? new TeamsIdentity(activity.TenantId.ToLowerInvariant(), directory.ToLowerInvariant(), activity.From.Id)
            : null;
}
