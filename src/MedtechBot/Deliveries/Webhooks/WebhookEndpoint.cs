using System.Net;

namespace MedtechBot.Deliveries.Webhooks;

/// <summary>One entry of <c>MedtechBot:Webhooks</c>: somebody who wants to hear what happens to tickets.</summary>
public sealed record WebhookEndpoint
{
    public const int ShortestSecret = 16;

    /// <summary>An https address in the public net, or an http address of this machine.</summary>
    public string Url { get; init; } = "";

    /// <summary>Shared with the receiver; what is sent is signed with it. At least <see cref="ShortestSecret"/> characters.</summary>
    public string Secret { get; init; } = "";

    /// <summary>The events that are wanted, with spaces or commas between them. Empty: all.</summary>
    public string Events { get; init; } = "";

    public Uri Address => new(Url);

    public bool Wants(string type)
    {
        var wanted = Events.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries);
        return wanted.Length == 0 || wanted.Contains(type, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>Only such an address may be called; where its name leads is checked again with every connection.</summary>
    public static bool IsAllowed(string? url) =>
        url is { Length: > 0 and <= OutboxMessage.LongestTarget } && Uri.TryCreate(url, UriKind.Absolute, out var address)
        && address is { UserInfo.Length: 0, Fragment.Length: 0 }
        && (address.Scheme == Uri.UriSchemeHttps
            ? !address.IsLoopback && (!IPAddress.TryParse(address.IdnHost.Trim('[', ']'), out var ip) || PublicNetwork.Is(ip))
            : address.Scheme == Uri.UriSchemeHttp && address.IsLoopback);
}
