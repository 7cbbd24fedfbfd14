using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace MedtechBot.Host.Tests.People;

/// <summary>A tenant of Entra ID on this machine: metadata, keys, authorisation and tokens, strict about what it is asked.</summary>
internal sealed class EntraStandIn
{
    public const string Tenant = "11111111-2222-3333-4444-555555555555";
    public const string Client = "66666666-7777-8888-9999-000000000000";
    public const string ClientSecret = "the client's secret";

    private readonly RsaSecurityKey _key = new(RSA.Create(2048)) { KeyId = "of-the-tenant" };
    private readonly Dictionary<string, string> _challenges = [];

    private EntraStandIn()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        app.MapGet($"/{Tenant}/v2.0/.well-known/openid-configuration", () => Results.Json(new { issuer = Issuer, jwks_uri = Address + "/keys" }));
        app.MapGet("/keys", () => Results.Json(new { keys = new[] { PublicKey() } }));
        app.MapPost($"/{Tenant}/oauth2/v2.0/token", (Delegate)AnswerAsync);
        app.Start();
        Address = app.Urls.Single();
    }

    public string Address { get; }

    public string Issuer => $"{Address}/{Tenant}/v2.0";

    /// <summary>Who signs in there.</summary>
    public string ObjectId { get; set; } = "";
    public string Name { get; set; } = "";

    /// <summary>Changes the next tokens; nothing by default.</summary>
    public Action<SecurityTokenDescriptor> Forge { get; set; } = _ => { };

    public static EntraStandIn Start() => new();

    /// <summary>What a browser does at the authorisation address: signs in and comes back with a code.</summary>
    public string Authorize(Uri request)
    {
        Assert.StartsWith($"{Address}/{Tenant}/oauth2/v2.0/authorize?", request.ToString(), StringComparison.Ordinal);
        var query = Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(request.Query);
        Assert.Equal((Client, "code", "S256"), (query["client_id"].Single(), query["response_type"].Single(), query["code_challenge_method"].Single()));
        Assert.Equal(["openid", "profile"], query["scope"].Single()!.Split(' '));
        var code = Guid.NewGuid().ToString("N");
        _challenges[code] = $"{query["code_challenge"]} {query["redirect_uri"]} {query["nonce"]}";
        return $"{query["redirect_uri"]}?code={code}&state={Uri.EscapeDataString(query["state"].Single()!)}";
    }

    /// <summary>What Teams fetches for the app of a tab: for whom <see cref="ObjectId"/> names.</summary>
    public string AccessToken(Action<SecurityTokenDescriptor>? forge = null)
    {
        var token = new SecurityTokenDescriptor
        {
            Issuer = Issuer,
            Audience = Client,
            IssuedAt = DateTime.UtcNow,
            NotBefore = DateTime.UtcNow,
            Expires = DateTime.UtcNow.AddHours(1),
            SigningCredentials = SignWith(_key),
            Claims = new Dictionary<string, object> { ["oid"] = ObjectId, ["tid"] = Tenant, ["ver"] = "2.0", ["scp"] = "openid access_as_user" },
        };
        forge?.Invoke(token);
        return new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(token);
    }

    public SigningCredentials SignWith(SecurityKey key) => new(key, SecurityAlgorithms.RsaSha256);

    private async Task<IResult> AnswerAsync(HttpContext http)
    {
        var form = await http.Request.ReadFormAsync();
        var known = _challenges.Remove(form["code"].ToString(), out var asked);
        var challenge = Base64UrlEncoder.Encode(SHA256.HashData(Encoding.ASCII.GetBytes(form["code_verifier"].ToString())));
        if (!known || asked!.Split(' ') is not [var expected, var redirect, var nonce] || expected != challenge || redirect != form["redirect_uri"] || form["client_id"] != Client || form["client_secret"] != ClientSecret)
        {
            return Results.Json(new { error = "invalid_grant" }, statusCode: StatusCodes.Status400BadRequest);
        }
        var token = new SecurityTokenDescriptor
        {
            Issuer = Issuer,
            Audience = Client,
            IssuedAt = DateTime.UtcNow,
            NotBefore = DateTime.UtcNow,
            Expires = DateTime.UtcNow.AddHours(1),
            SigningCredentials = SignWith(_key),
            Claims = new Dictionary<string, object> { ["oid"] = ObjectId, ["name"] = Name, ["nonce"] = nonce },
        };
        Forge(token);
        return Results.Json(new { access_token = "for nothing", token_type = "Bearer", id_token = new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(token) });
    }

    private object PublicKey()
    {
        var key = _key.Rsa.ExportParameters(includePrivateParameters: false);
        return new { kty = "RSA", use = "sig", kid = _key.KeyId, n = Base64UrlEncoder.Encode(key.Modulus), e = Base64UrlEncoder.Encode(key.Exponent) };
    }
}
