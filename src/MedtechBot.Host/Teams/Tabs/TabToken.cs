using MedtechBot.Teams.Coordinators;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace MedtechBot.Host.Teams.Tabs;

/// <summary>Who looks at a tab, by a token that was checked.</summary>
internal sealed record TabIdentity(string TenantId, string ObjectId)
{
    /// <summary>As accounts of the desk are tied to it; what chats call the person is not known here.</summary>
    public TeamsIdentity InTeams => new(TenantId.ToLowerInvariant(), ObjectId.ToLowerInvariant(), "");
}

/// <summary>
/// Checks what TeamsJS brings: an access token of the tenant, of version 2.0, for this app, by which a person lets Teams act for them. Tokens
/// that apps get for themselves name no such permission.
/// </summary>
internal sealed class TabToken
{
    private const int LongestToken = 16 * 1024;
    private const string Permission = "access_as_user";

    private readonly JsonWebTokenHandler _handler = new() { MapInboundClaims = false };
    private readonly string _tenant;
    private readonly TokenValidationParameters _rules;
    private readonly ILogger<TabToken> _logger;

    public TabToken(TabSettings settings, ILogger<TabToken> logger)
    {
        (_tenant, _logger) = (settings.TenantId, logger);
        _rules = new TokenValidationParameters
        {
            // Brings the issuer and the keys, and fetches them anew when a token is signed with a key that it does not know.
            ConfigurationManager = new ConfigurationManager<OpenIdConnectConfiguration>(
                settings.MetadataAddress,
                new OpenIdConnectConfigurationRetriever(),
                new HttpDocumentRetriever { RequireHttps = settings.MetadataAddress.StartsWith("https:", StringComparison.Ordinal) }),
            ValidAudiences = settings.Audiences,
            IgnoreTrailingSlashWhenValidatingAudience = false,
            ValidAlgorithms = [SecurityAlgorithms.RsaSha256],
            ClockSkew = TimeSpan.FromMinutes(2),
        };
    }

    /// <returns>Null for whatever is not exactly that.</returns>
    public async Task<TabIdentity?> ReadAsync(string? token)
    {
        if (token is not { Length: > 0 and <= LongestToken })
        {
            return null;
        }
        var result = await _handler.ValidateTokenAsync(token, _rules);
        if (result is not { IsValid: true, SecurityToken: JsonWebToken jwt })
        {
            // Its kind alone: what the token says is about a person.
            _logger.LogWarning("A token for the tabs does not hold: {Failure}", result.Exception?.GetType().Name);
            return null;
        }
        return Text(jwt, "ver") == "2.0"
            && string.Equals(Text(jwt, "tid"), _tenant, StringComparison.OrdinalIgnoreCase)
            && Text(jwt, "scp")?.Split(' ').Contains(Permission, StringComparer.Ordinal) == true
            && Guid.TryParseExact(Text(jwt, "oid"), "D", out var person)
            ? new TabIdentity(_tenant, person.ToString())
            : null;
    }

    private static string? Text(JsonWebToken token, string claim) => token.TryGetPayloadValue<object>(claim, out var value) ? value as string : null;
}
