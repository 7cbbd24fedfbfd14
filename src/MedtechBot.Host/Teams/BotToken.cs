using System.Text.Json;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace MedtechBot.Host.Teams;

/// <summary>What a checked token vouches for.</summary>
/// <param name="ServiceUrl">Where answers may be sent.</param>
/// <param name="Channels">Those that the key may sign for; null for a token of the bot's own tenant, whose keys name none.</param>
internal sealed record BotTokenClaims(string ServiceUrl, IReadOnlyList<string>? Channels)
{
    public bool Covers(string? serviceUrl, string? channelId) =>
        serviceUrl == ServiceUrl && channelId is { Length: > 0 } && (Channels is null || Channels.Contains(channelId, StringComparer.Ordinal));
}

/// <summary>
/// Checks the tokens that come with activities: signed with a key that its issuer names at present, by an issuer of the configured
/// cloud, for this very bot, now. Whatever else it is, is refused alike.
/// </summary>
internal sealed class BotToken : IDisposable
{
    private const int LongestToken = 16 * 1024;
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(5);
    private static readonly string[] Algorithms = [SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSha384, SecurityAlgorithms.RsaSha512];

    private readonly JsonWebTokenHandler _handler = new() { MapInboundClaims = false };
    private readonly TeamsSettings _settings;
    private readonly SigningKeys _channelKeys;
    private readonly SigningKeys? _tenantKeys;

    public BotToken(TeamsSettings settings, TimeProvider time)
    {
        _settings = settings;
        _channelKeys = new SigningKeys(settings.MetadataAddress, time);
        _tenantKeys = settings.TenantMetadataAddress is { } address ? new SigningKeys(address, time) : null;
    }

    /// <param name="header">As it stands in Authorization.</param>
    /// <returns>Null for whatever does not hold.</returns>
    public async Task<BotTokenClaims?> ReadAsync(string header, CancellationToken cancellation)
    {
        if (header.Split(' ') is not [var scheme, { Length: > 0 and <= LongestToken } token] || scheme != "Bearer")
        {
            return null;
        }
        try
        {
            var unchecked_ = _handler.ReadJsonWebToken(token);
            return unchecked_ switch
            {
                { Kid.Length: > 0 } when _settings.Issuers.Contains(unchecked_.Issuer) => await ChannelAsync(unchecked_, cancellation),
                { Kid.Length: > 0 } when _settings.TenantIssuers.Contains(unchecked_.Issuer) => await TenantAsync(unchecked_, cancellation),
                _ => null,
            };
        }
        // The handler has many ways to say that something is no token.
        catch (Exception failure) when (failure is ArgumentException or SecurityTokenException or InvalidOperationException or JsonException or FormatException or OverflowException)
        {
            return null;
        }
    }

    public void Dispose()
    {
        _channelKeys.Dispose();
        _tenantKeys?.Dispose();
    }

    private async Task<BotTokenClaims?> ChannelAsync(JsonWebToken token, CancellationToken cancellation)
    {
        var keys = await _channelKeys.FindAsync(token.Kid, cancellation);
        // Of several keys of one name each must allow what is signed, since any of them may have been used.
        return await HoldsAsync(token, _settings.Issuers, keys) && keys.Select(Endorsements).ToList() is [var first, .. var others]
            ? ClaimsOf(token, [.. others.Aggregate(first, (all, one) => [.. all.Intersect(one)])])
            : null;
    }

    // Anything registered in the tenant can have a token for the bot; so it is also asked who it is.
    private async Task<BotTokenClaims?> TenantAsync(JsonWebToken token, CancellationToken cancellation)
    {
        var holds = await HoldsAsync(token, _settings.TenantIssuers, await _tenantKeys!.FindAsync(token.Kid, cancellation));
        var caller = Text(token, Text(token, "ver") == "2.0" ? "azp" : "appid");
        return holds && Text(token, "tid") == _settings.TenantId && (caller == _settings.AppId || _settings.AllowedCallers.Contains(caller))
            ? ClaimsOf(token, null)
            : null;
    }

    private async Task<bool> HoldsAsync(JsonWebToken token, IReadOnlyList<string> issuers, IReadOnlyList<JsonWebKey> keys)
    {
        if (keys.Count == 0 || token.Audiences.ToList() is not [var audience] || audience != _settings.AppId)
        {
            return false;
        }
        var result = await _handler.ValidateTokenAsync(token.EncodedToken, new TokenValidationParameters
        {
            ValidIssuers = issuers,
            ValidAudience = _settings.AppId,
            IgnoreTrailingSlashWhenValidatingAudience = false,
            IssuerSigningKeys = keys,
            TryAllIssuerSigningKeys = false,
            ValidAlgorithms = Algorithms,
            RequireExpirationTime = true,
            RequireSignedTokens = true,
            ValidateIssuerSigningKey = true,
            ClockSkew = Skew,
        });
        return result.IsValid;
    }

    private static BotTokenClaims? ClaimsOf(JsonWebToken token, IReadOnlyList<string>? channels) =>
        Text(token, "serviceurl") is { Length: > 0 } serviceUrl ? new BotTokenClaims(serviceUrl, channels) : null;

    private static string? Text(JsonWebToken token, string claim) => token.TryGetPayloadValue<object>(claim, out var value) ? value as string : null;

    private static IReadOnlyList<string> Endorsements(JsonWebKey key) =>
        key.AdditionalData.TryGetValue("endorsements", out var value) && value is JsonElement { ValueKind: JsonValueKind.Array } listed
            ? [.. listed.EnumerateArray().Where(e => e.ValueKind == JsonValueKind.String).Select(e => e.GetString()!)]
            : [];
}
