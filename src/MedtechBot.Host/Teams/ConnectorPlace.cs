using MedtechBot.Teams;

namespace MedtechBot.Host.Teams;

/// <summary>
/// A connector that may be called, and told our token. It can only be made from what an activity said that was checked, since whoever
/// names us another address wants our token.
/// </summary>
internal sealed record ConnectorPlace
{
    private ConnectorPlace(Uri service, string conversationId) => (Service, ConversationId) = (service, conversationId);

    /// <summary>Ends with a slash.</summary>
    public Uri Service { get; }

    public string ConversationId { get; }

    /// <summary>On this machine, in Development.</summary>
    public bool IsLoopback => Service.IsLoopback;

    /// <summary>Null when nothing may be sent there.</summary>
    public static ConnectorPlace? Of(TeamsConversationRow row, ConnectorSettings settings) => Of(row.ServiceUrl, row.TeamsId, settings);

    /// <param name="checkedServiceUrl">From an activity that was checked.</param>
    public static ConnectorPlace? Of(string checkedServiceUrl, string conversationId, ConnectorSettings settings)
    {
        if (!Uri.TryCreate(checkedServiceUrl, UriKind.Absolute, out var address) || address is not { UserInfo.Length: 0, Fragment.Length: 0, Query.Length: 0 })
        {
            return null;
        }
        // Without a registration nobody was checked, so nobody beyond this machine is called.
        var allowed = address.IsLoopback ? settings.AllowsLoopback && address.Scheme is "http" or "https" : settings.AppId is not null && address.Scheme == Uri.UriSchemeHttps;
        return allowed ? new ConnectorPlace(new Uri(address.AbsoluteUri.TrimEnd('/') + "/"), conversationId) : null;
    }
}
