using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using MedtechBot.Host.Teams.Tabs;
using MedtechBot.Host.Tests.People;
using Microsoft.IdentityModel.Tokens;

namespace MedtechBot.Host.Tests.Teams.Tabs;

public sealed class TabSignInTests(TabHost host) : IClassFixture<TabHost>
{
    private static readonly Dictionary<string, Func<EntraStandIn, string>> Refused = new()
    {
        ["nothing"] = _ => "",
        ["garbage"] = _ => "a.b.c",
        ["too long"] = _ => new string('a', 20_000),
        ["of nobody"] = t => t.AccessToken(d => d.Claims.Remove("oid")),
        ["of somebody made up"] = t => t.AccessToken(d => d.Claims["oid"] = "everybody"),
        ["for another app"] = t => t.AccessToken(d => d.Audience = Guid.NewGuid().ToString()),
        ["for an address of another host"] = t => t.AccessToken(d => d.Audience = $"api://evil.example.jp/botid-{EntraStandIn.Client}"),
        ["by another issuer"] = t => t.AccessToken(d => d.Issuer = $"https://login.microsoftonline.com/{EntraStandIn.Tenant}/v2.0"),
        ["of another tenant"] = t => t.AccessToken(d => d.Claims["tid"] = Guid.NewGuid().ToString()),
        ["of the older version"] = t => t.AccessToken(d => d.Claims["ver"] = "1.0"),
        ["of an app for itself"] = t => t.AccessToken(d => d.Claims.Remove("scp")),
        ["with another permission"] = t => t.AccessToken(d => d.Claims["scp"] = "access_as_user.Read openid"),
        ["whose permission is no text"] = t => t.AccessToken(d => d.Claims["scp"] = 7),
        ["that has ended"] = t => t.AccessToken(d => (d.IssuedAt, d.NotBefore, d.Expires) = (DateTime.UtcNow.AddHours(-2), DateTime.UtcNow.AddHours(-2), DateTime.UtcNow.AddMinutes(-3))),
        ["that has not begun"] = t => t.AccessToken(d => d.NotBefore = DateTime.UtcNow.AddMinutes(30)),
        ["without an end"] = t => t.AccessToken(d => d.Expires = null),
        ["without a signature"] = t => t.AccessToken(d => d.SigningCredentials = null),
        ["signed with another key"] = t => t.AccessToken(d => d.SigningCredentials = t.SignWith(new RsaSecurityKey(RSA.Create(2048)) { KeyId = "of-the-tenant" })),
        ["signed with a secret"] = t => t.AccessToken(d => d.SigningCredentials = new SigningCredentials(new SymmetricSecurityKey(Encoding.ASCII.GetBytes(new string('k', 64))) { KeyId = "of-the-tenant" }, SecurityAlgorithms.HmacSha256)),
    };

    public static TheoryData<string> RefusedTokens => [.. Refused.Keys];

    [Theory]
    [MemberData(nameof(RefusedTokens))]
    public async Task A_token_that_is_not_exactly_right_is_refused(string which)
    {
        host.Tenant.ObjectId = Guid.NewGuid().ToString();

        using var answer = await EnterAsync(new { token = Refused[which](host.Tenant) });

        Assert.Equal(401, (int)answer.StatusCode);
        Assert.False(answer.Headers.Contains("Set-Cookie"));
    }

    [Theory]
    [InlineData(EntraStandIn.Client)]
    [InlineData("api://chat.example.jp/botid-" + EntraStandIn.Client)]
    public async Task A_token_for_the_app_opens_a_session_that_counts_inside_of_Teams_alone(string audience)
    {
        host.Tenant.ObjectId = Guid.NewGuid().ToString();
        var number = await TabPeople.OpenTicketAsync(host, new TabIdentity(EntraStandIn.Tenant, host.Tenant.ObjectId), "ルリビタキ");

        using var answer = await EnterAsync(new { token = host.Tenant.AccessToken(d => d.Audience = audience) });

        Assert.Equal(204, (int)answer.StatusCode);
        var cookie = Assert.Single(answer.Headers.GetValues("Set-Cookie"));
        Assert.Equal(["httponly", "max-age=3600", "partitioned", "path=/", "samesite=none", "secure"], cookie.Split("; ")[1..].Select(p => p.ToLowerInvariant()).Where(p => !p.StartsWith("expires=", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
        using var client = host.NewClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, TabConsultations.Path) { Headers = { { "Cookie", cookie.Split(';')[0] } } };
        Assert.Contains(number.Value, await (await client.SendAsync(request)).Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_of_another_site_signs_nobody_in()
    {
        host.Tenant.ObjectId = Guid.NewGuid().ToString();
        using var client = host.NewClient();
        client.DefaultRequestHeaders.Add("Sec-Fetch-Site", "cross-site");

        Assert.Equal(400, (int)(await client.PostAsJsonAsync(TabSetup.Root + "/session", new { token = host.Tenant.AccessToken() })).StatusCode);
        Assert.Equal(400, (int)(await host.NewClient().PostAsync(TabSetup.Root + "/session", new StringContent($$"""{"token":"{{host.Tenant.AccessToken()}}"}"""))).StatusCode);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("{\"token\":7}")]
    [InlineData("{\"token\":\"\\ud800\"}")]
    [InlineData("{\"token\"")]
    [InlineData("")]
    public async Task What_is_no_token_at_all_is_refused_alike(string body)
    {
        using var client = host.NewClient();

        Assert.Equal(401, (int)(await client.PostAsync(TabSetup.Root + "/session", new StringContent(body, Encoding.UTF8, "application/json"))).StatusCode);
    }

    private async Task<HttpResponseMessage> EnterAsync(object body)
    {
        using var client = host.NewClient();
        return await client.PostAsJsonAsync(TabSetup.Root + "/session", body);
    }
}
