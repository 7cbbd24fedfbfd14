using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace MedtechBot.Host.Tests.Teams;

/// <summary>What signs for the channels, on this machine: metadata, keys with what they may sign for, and tokens as one asks for them.</summary>
internal sealed class BotFrameworkStandIn : IAsyncDisposable
{
    public const string AppId = "7d1f4a52-0c1e-4c55-9a0e-0f6c1c1f0a11";
    public const string Issuer = "https://api.botframework.com";

    /// <summary>Nothing listens there, and nobody is called there.</summary>
    public const string ServiceUrl = "https://localhost:1/jp/";

    private readonly WebApplication _app;
    private readonly Dictionary<string, (RsaSecurityKey Key, object Json)> _keys = [];
    private int _fetches;

    private BotFrameworkStandIn()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        _app = builder.Build();
        _app.Urls.Add("http://127.0.0.1:0");
        _app.MapGet("/metadata", () => Results.Json(new { issuer = Issuer, jwks_uri = Address + "/keys" }));
        _app.MapGet("/keys", () =>
        {
            Interlocked.Increment(ref _fetches);
            return IsBroken ? Results.StatusCode(503) : Results.Json(new { keys = _keys.Values.Select(k => k.Json) });
        });
        Key = AddKey("key-1", ["msteams", "webchat"]);
        AddKey("key-none", []);
        AddKey("key-silent", null);
        AddKey("key-other", ["webchat"]);
        AddKey("key-enc", ["msteams"], "enc");
        _app.Start();
    }

    public string Address => _app.Urls.Single();

    public string MetadataAddress => Address + "/metadata";

    /// <summary>How often the keys were fetched.</summary>
    public int Fetches => _fetches;

    public bool IsBroken { get; set; }

    public RsaSecurityKey Key { get; }

    public static BotFrameworkStandIn Start() => new();

    public RsaSecurityKey KeyNamed(string name) => _keys[name].Key;

    /// <param name="endorsements">Null leaves them out.</param>
    public RsaSecurityKey AddKey(string name, string[]? endorsements, string use = "sig")
    {
        var key = new RsaSecurityKey(RSA.Create(2048)) { KeyId = name };
        var of = key.Rsa.ExportParameters(includePrivateParameters: false);
        var json = new Dictionary<string, object> { ["kty"] = "RSA", ["use"] = use, ["kid"] = name, ["n"] = Base64UrlEncoder.Encode(of.Modulus), ["e"] = Base64UrlEncoder.Encode(of.Exponent) };
        if (endorsements is not null)
        {
            json["endorsements"] = endorsements;
        }
        _keys[name] = (key, json);
        return key;
    }

    /// <summary>A token as the Bot Framework writes it, after the changes.</summary>
    public string Token(Action<SecurityTokenDescriptor>? change = null, SecurityKey? key = null, string algorithm = SecurityAlgorithms.RsaSha256)
    {
        var now = DateTime.UtcNow;
        var token = new SecurityTokenDescriptor
        {
            Issuer = Issuer,
            Audience = AppId,
            NotBefore = now.AddMinutes(-1),
            Expires = now.AddHours(1),
            Claims = new Dictionary<string, object> { ["serviceurl"] = ServiceUrl },
            SigningCredentials = new SigningCredentials(key ?? Key, algorithm),
        };
        change?.Invoke(token);
        return new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(token);
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();
}
