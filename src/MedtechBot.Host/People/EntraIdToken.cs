using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace MedtechBot.Host.People;

/// <summary>Who somebody is, by a token of the tenant that was checked.</summary>
/// <param name="ObjectId">Never changes and is nobody else's.</param>
/// <param name="Name">As the directory shows it, if it does.</param>
internal sealed record EntraIdentity(string ObjectId, string? Name);

/// <summary>Checks the tenant's tokens: signed with its keys, by it, for us, now, and for the very sign-in that asked.</summary>
internal sealed class EntraIdToken
{
    private const int LongestObjectId = 64;

    private readonly JsonWebTokenHandler _handler = new() { MapInboundClaims = false };
    private readonly TokenValidationParameters _rules;
    private readonly ILogger<EntraIdToken> _logger;

    public EntraIdToken(EntraIdSettings settings, ILogger<EntraIdToken> logger)
    {
        _logger = logger;
        _rules = new TokenValidationParameters
        {
            // Brings the issuer and the keys, and fetches them anew when a token is signed with a key that it does not know.
            ConfigurationManager = new ConfigurationManager<OpenIdConnectConfiguration>(
                settings.MetadataAddress,
                new OpenIdConnectConfigurationRetriever(),
                new HttpDocumentRetriever { RequireHttps = settings.Instance.StartsWith("https:", StringComparison.Ordinal) }),
            ValidAudience = settings.ClientId,
            ValidAlgorithms = [SecurityAlgorithms.RsaSha256],
            ClockSkew = TimeSpan.FromMinutes(2),
        };
    }

    /// <returns>Null for whatever is not exactly that.</returns>
    public async Task<EntraIdentity?> ReadAsync(string? token, string? nonce)
    {
        if (string.IsNullOrEmpty(token) || string.IsNullOrEmpty(nonce))
        {
            return null;
        }
        var checkedToken = await _handler.ValidateTokenAsync(token, _rules);
        if (!checkedToken.IsValid)
        {
            // Its kind alone: what the token says is about a person.
            _logger.LogWarning("A token of the tenant does not hold: {Failure}", checkedToken.Exception?.GetType().Name);
        }
        return checkedToken is { IsValid: true, SecurityToken: JsonWebToken jwt }
            && jwt.TryGetPayloadValue<string>("nonce", out var answered) && answered == nonce
            && jwt.TryGetPayloadValue<string>("oid", out var oid) && oid is { Length: > 0 and <= LongestObjectId }
            ? new EntraIdentity(oid, jwt.TryGetPayloadValue<string>("name", out var name) ? name : null)
            : null;
    }
}
