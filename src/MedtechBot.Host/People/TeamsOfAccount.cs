using MedtechBot.Host.Teams;
using MedtechBot.Teams.Coordinators;

namespace MedtechBot.Host.People;

/// <summary>What an account's page says of Teams.</summary>
/// <param name="Since">Since when it is tied; null when it is not.</param>
/// <param name="Code">A code that was made just now.</param>
/// <param name="AppId">The bot's; null where it is not registered.</param>
public sealed record TeamsOfAccount(DateTimeOffset? Since, string? Code, string? AppId)
{
    /// <summary>Opens the chat with the bot in Teams, with the message written already.</summary>
    public string? Chat(string code) =>
        AppId is null ? null : $"https://teams.microsoft.com/l/chat/0/0?users=28:{AppId}&message={Uri.EscapeDataString("接続 " + code)}";

    /// <summary>Null where Teams is not set up.</summary>
    internal static async Task<TeamsOfAccount?> OfAsync(HttpContext http, string personId, string? code, CancellationToken cancellation)
    {
        var services = http.RequestServices;
        var appId = services.GetRequiredService<TeamsSettings>().AppId;
        return appId is not null || services.GetRequiredService<TeamsDoor>().IsOpenToThisMachine
            ? new TeamsOfAccount(await services.GetRequiredService<TeamsLinks>().SinceAsync(personId, cancellation), code, appId)
            : null;
    }
}
