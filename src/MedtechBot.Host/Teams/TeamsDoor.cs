using System.Net;
using System.Text.Json.Nodes;
using MedtechBot.Host.DirectLine;
using MedtechBot.Teams;

namespace MedtechBot.Host.Teams;

/// <summary>
/// Lets in activities whose sender is known: by a token that vouches for them; or, while the product is developed and no bot is
/// registered, from this very machine. Everybody else is told nothing but that they may not come in.
/// </summary>
internal sealed class TeamsDoor(TeamsSettings settings, IHostEnvironment environment, BotToken? token = null)
{
    /// <summary>Nobody is asked for a token; only where the product is developed.</summary>
    public bool IsOpenToThisMachine => settings.AppId is null && environment.IsDevelopment();

    /// <summary>The activity of a request, or the refusal.</summary>
    public async Task<(TeamsActivity? Activity, IResult? Refusal)> OpenAsync(HttpContext http)
    {
        BotTokenClaims? claims = null;
        if (!(IsOpenToThisMachine ? IsOfThisMachine(http) : (claims = await ClaimsAsync(http)) is not null))
        {
            return (null, Refused);
        }
        // A page in somebody's browser can send anything to this machine, but not as JSON.
        if (!http.Request.HasJsonContentType())
        {
            return (null, DirectLineErrors.WrongType("An activity is sent as application/json."));
        }
        var (json, refusal) = await ActivityReader.ReadAsync(http.Request.Body, http.Request.ContentLength, http.RequestAborted);
        if (refusal is not null)
        {
            return (null, refusal);
        }
        // Before anything else is read: what the token does not vouch for is nobody's.
        var (serviceUrl, channelId) = (ActivityReader.TextOf(json, "serviceUrl"), ActivityReader.TextOf(json, "channelId"));
        if (!(claims?.Covers(serviceUrl, channelId) ?? IsOnThisMachine(serviceUrl)))
        {
            return (null, Refused);
        }
        return TryRead(json!, out var activity) ? (activity, null)
            : (null, DirectLineErrors.BadRequest("The activity lacks a field, or one is not as it must be."));
    }

    private static IResult Refused => Results.StatusCode(StatusCodes.Status401Unauthorized);

    private async Task<BotTokenClaims?> ClaimsAsync(HttpContext http) =>
        token is not null && http.Request.Headers.Authorization is [{ Length: > 0 } header] ? await token.ReadAsync(header, http.RequestAborted) : null;

    private static bool TryRead(JsonObject json, out TeamsActivity? activity)
    {
        try
        {
            activity = TeamsActivityReader.Read(json);
            // Where answers go, our own token goes with them.
            return Uri.TryCreate(activity.ServiceUrl, UriKind.Absolute, out var url) && (url.Scheme == "https" || (url.Scheme == "http" && url.IsLoopback));
        }
        catch (TeamsActivityException)
        {
            activity = null;
            return false;
        }
    }

    // What somebody passed on may come from anywhere.
    private static bool IsOfThisMachine(HttpContext http) =>
        http.Connection.RemoteIpAddress is { } address && IPAddress.IsLoopback(address)
        && !http.Request.Headers.ContainsKey("X-Forwarded-For") && !http.Request.Headers.ContainsKey("Forwarded");

    private static bool IsOnThisMachine(string? url) => Uri.TryCreate(url, UriKind.Absolute, out var address) && address.IsLoopback;
}
