using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.IdentityModel.Tokens;

namespace MedtechBot.Host.Tests.Teams;

/// <summary>Requests that nobody may come in with, each one step away from a good one.</summary>
/// <param name="Header">What stands in Authorization; null for nothing.</param>
/// <param name="Change">What is different about the activity.</param>
internal sealed record HostileToken(string? Header, Action<JsonObject>? Change = null);

internal static class HostileTokens
{
    private static readonly ECDsaSecurityKey Elliptic = new(ECDsa.Create(ECCurve.NamedCurves.nistP256)) { KeyId = "key-1" };
    private static readonly RsaSecurityKey Foreign = new(RSA.Create(2048)) { KeyId = "key-1" };

    public static readonly IReadOnlyDictionary<string, Func<BotFrameworkStandIn, HostileToken>> All = new Dictionary<string, Func<BotFrameworkStandIn, HostileToken>>
    {
        ["no header"] = _ => new(null),
        ["an empty header"] = _ => new(""),
        ["a scheme alone"] = _ => new("Bearer"),
        ["a scheme and a blank"] = _ => new("Bearer "),
        ["another scheme"] = s => new("Basic " + s.Token()),
        ["the scheme in small letters"] = s => new("bearer " + s.Token()),
        ["a token alone"] = s => new(s.Token()),
        ["something behind the token"] = s => new($"Bearer {s.Token()} more"),
        ["two blanks"] = s => new("Bearer  " + s.Token()),
        ["a word"] = _ => new("Bearer abc"),
        ["three letters"] = _ => new("Bearer a.b.c"),
        ["dots"] = _ => new("Bearer .."),
        ["four parts"] = s => new($"Bearer {s.Token()}.abcd"),
        ["five parts, as if encrypted"] = s => new($"Bearer {s.Token()}.abcd.efgh"),
        ["very long"] = _ => new("Bearer " + new string('a', 20_000)),
        ["not base64"] = s => new("Bearer " + Parts(s)[0] + ".!!!!." + Parts(s)[2]),
        ["a header that is a list"] = s => new($"Bearer {Encode("[]")}.{Parts(s)[1]}.{Parts(s)[2]}"),
        ["a payload that is no JSON"] = s => new($"Bearer {Parts(s)[0]}.{Encode("nothing")}.{Parts(s)[2]}"),
        ["a payload that is a list"] = s => new($"Bearer {Parts(s)[0]}.{Encode("[1]")}.{Parts(s)[2]}"),
        ["no algorithm and no signature"] = s => new($"Bearer {Encode("""{"alg":"none","typ":"JWT","kid":"key-1"}""")}.{Parts(s)[1]}."),
        ["no algorithm in other letters"] = s => new($"Bearer {Encode("""{"alg":"nOnE","typ":"JWT","kid":"key-1"}""")}.{Parts(s)[1]}.{Parts(s)[2]}"),
        ["the public key as a password"] = s => Of(s, key: new SymmetricSecurityKey(s.Key.Rsa.ExportSubjectPublicKeyInfo()) { KeyId = "key-1" }, algorithm: SecurityAlgorithms.HmacSha256),
        ["the right key by another padding"] = s => Of(s, algorithm: SecurityAlgorithms.RsaSsaPssSha256),
        ["an elliptic key of the same name"] = s => Of(s, key: Elliptic, algorithm: SecurityAlgorithms.EcdsaSha256),
        ["a foreign key of the same name"] = s => Of(s, key: Foreign),
        ["no signature"] = s => new($"Bearer {Parts(s)[0]}.{Parts(s)[1]}."),
        ["the signature of another token"] = s => new($"Bearer {Parts(s)[0]}.{Parts(s)[1]}.{s.Token(t => t.Expires = DateTime.UtcNow.AddHours(2)).Split('.')[2]}"),
        ["changed after it was signed"] = s => new($"Bearer {Parts(s)[0]}.{Encode(Base64UrlEncoder.Decode(Parts(s)[1]).Replace("localhost:1", "localhost:2", StringComparison.Ordinal))}.{Parts(s)[2]}",
            a => a["serviceUrl"] = BotFrameworkStandIn.ServiceUrl.Replace("localhost:1", "localhost:2", StringComparison.Ordinal)),
        ["a key that nobody knows"] = s => Of(s, key: new RsaSecurityKey(Foreign.Rsa) { KeyId = "key-of-nobody" }),
        ["a key without a name"] = s => Of(s, key: new RsaSecurityKey(s.Key.Rsa)),
        ["a key named like a file"] = s => Of(s, key: new RsaSecurityKey(Foreign.Rsa) { KeyId = "../../etc/passwd" }),
        ["a key brought along"] = s => Of(s, t => t.AdditionalHeaderClaims = new Dictionary<string, object> { ["jwk"] = Public(Foreign) }, new RsaSecurityKey(Foreign.Rsa) { KeyId = "own" }),
        ["an address of keys brought along"] = s => Of(s, t => t.AdditionalHeaderClaims = new Dictionary<string, object> { ["jku"] = s.Address + "/keys" }, new RsaSecurityKey(Foreign.Rsa) { KeyId = "own" }),
        ["another issuer"] = s => Of(s, t => t.Issuer = "https://evil.example"),
        ["the issuer with a slash"] = s => Of(s, t => t.Issuer += "/"),
        ["the issuer in capitals"] = s => Of(s, t => t.Issuer = t.Issuer.ToUpperInvariant()),
        ["no issuer"] = s => Of(s, t => t.Issuer = null),
        ["the issuer of another cloud"] = s => Of(s, t => t.Issuer = "https://api.botframework.us"),
        ["a tenant's issuer"] = s => Of(s, t => t.Issuer = "https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/"),
        ["another bot's token"] = s => Of(s, t => t.Audience = Guid.Empty.ToString()),
        ["the audience with a slash"] = s => Of(s, t => t.Audience += "/"),
        ["the audience in capitals"] = s => Of(s, t => t.Audience = t.Audience.ToUpperInvariant()),
        ["no audience"] = s => Of(s, t => t.Audience = null),
        ["two audiences"] = s => Of(s, t =>
        {
            t.Audience = null;
            t.Audiences.Add(BotFrameworkStandIn.AppId);
            t.Audiences.Add("https://other.example");
        }),
        ["expired"] = s => Of(s, t => (t.NotBefore, t.Expires) = (DateTime.UtcNow.AddHours(-1), DateTime.UtcNow.AddMinutes(-6))),
        ["without an end"] = s => Of(s, t => t.Expires = null),
        ["an end that is a word"] = s => Of(s, t => (t.Expires, t.Claims["exp"]) = (null, "tomorrow")),
        ["not yet valid"] = s => Of(s, t => t.NotBefore = DateTime.UtcNow.AddMinutes(6)),
        ["no address for answers"] = s => Of(s, t => t.Claims.Clear()),
        ["an empty address for answers"] = s => Of(s, t => t.Claims["serviceurl"] = "", a => a["serviceUrl"] = ""),
        ["another address for answers"] = s => Of(s, t => t.Claims["serviceurl"] = "https://evil.example/"),
        ["a longer address for answers"] = s => Of(s, null, a => a["serviceUrl"] = BotFrameworkStandIn.ServiceUrl + "evil"),
        ["the address for answers in capitals"] = s => Of(s, null, a => a["serviceUrl"] = BotFrameworkStandIn.ServiceUrl.ToUpperInvariant()),
        ["a list of addresses for answers"] = s => Of(s, t => t.Claims["serviceurl"] = new[] { BotFrameworkStandIn.ServiceUrl }),
        ["an activity without an address"] = s => Of(s, null, a => a.Remove("serviceUrl")),
        ["an activity with a number as address"] = s => Of(s, null, a => a["serviceUrl"] = 1),
        ["an activity without a channel"] = s => Of(s, null, a => a.Remove("channelId")),
        ["an activity with an empty channel"] = s => Of(s, null, a => a["channelId"] = ""),
        ["an activity of another channel"] = s => Of(s, null, a => a["channelId"] = "slack"),
        ["an activity of the channel in capitals"] = s => Of(s, null, a => a["channelId"] = "MSTEAMS"),
        ["an activity of an emulator"] = s => Of(s, null, a => a["channelId"] = "emulator"),
        ["a key that may sign for nobody"] = s => Of(s, key: Named(s, "key-none")),
        ["a key that does not say for whom"] = s => Of(s, key: Named(s, "key-silent")),
        ["a key for another channel"] = s => Of(s, key: Named(s, "key-other")),
        ["a key that is not for signing"] = s => Of(s, key: Named(s, "key-enc")),
    };

    private static RsaSecurityKey Named(BotFrameworkStandIn service, string name) => service.KeyNamed(name);

    private static HostileToken Of(BotFrameworkStandIn service, Action<SecurityTokenDescriptor>? change = null, Action<JsonObject>? activity = null) =>
        new("Bearer " + service.Token(change), activity);

    private static HostileToken Of(BotFrameworkStandIn service, SecurityKey key, string algorithm = SecurityAlgorithms.RsaSha256) => new("Bearer " + service.Token(null, key, algorithm));

    private static HostileToken Of(BotFrameworkStandIn service, string algorithm) => new("Bearer " + service.Token(null, null, algorithm));

    private static HostileToken Of(BotFrameworkStandIn service, Action<SecurityTokenDescriptor> change, SecurityKey key) => new("Bearer " + service.Token(change, key));

    private static string[] Parts(BotFrameworkStandIn service) => service.Token().Split('.');

    private static string Encode(string json) => Base64UrlEncoder.Encode(Encoding.UTF8.GetBytes(json));

    private static Dictionary<string, object> Public(RsaSecurityKey key)
    {
        var of = key.Rsa.ExportParameters(includePrivateParameters: false);
        return new() { ["kty"] = "RSA", ["n"] = Base64UrlEncoder.Encode(of.Modulus), ["e"] = Base64UrlEncoder.Encode(of.Exponent) };
    }
}
