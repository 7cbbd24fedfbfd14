using System.Net;
using System.Security.Cryptography;
using MedtechBot.Host.Tests.Desk;
using MedtechBot.People;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.Tokens;

namespace MedtechBot.Host.Tests.People;

public sealed class EntraIdSignInTests(EntraDesk host) : IClassFixture<EntraDesk>
{
    private const string Refused = "/desk/sign-in?refused=entra";

    [Fact]
    public async Task An_invitation_open_in_this_browser_ties_the_account_and_later_it_signs_in()
    {
        var link = await InviteAsync(("role", "expert"));
        using var sato = Visitor("oid-sato", "佐藤 花子");
        Assert.Contains("Microsoft", (await sato.GetAsync(link)).Html, StringComparison.Ordinal);

        Assert.Equal("/desk", await GoAsync(sato, link + "/entra"));
        Assert.Contains("佐藤 花子 さん", (await sato.GetAsync("/desk")).Html, StringComparison.Ordinal);
        Assert.Equal(("oid-sato", Role.Expert, null), await KeptAsync("佐藤 花子"));

        using var again = Visitor("oid-sato", "佐藤(改姓後)");
        Assert.Equal("/desk", await GoAsync(again, "/desk/entra"));
        Assert.Contains("佐藤 花子 さん", (await again.GetAsync("/desk")).Html, StringComparison.Ordinal);

        async Task<(string?, Role, string?)> KeptAsync(string name) => await DeskAccounts.FindAsync(host, name) is { } p ? (p.AadObjectId, p.Role, p.PasswordHash) : default;
    }

    [Fact]
    public async Task Who_is_tied_to_no_account_does_not_get_in()
    {
        using var stranger = Visitor("oid-stranger", "見知らぬ人");
        Assert.Equal(Refused, await GoAsync(stranger, "/desk/entra"));
        Assert.Equal(HttpStatusCode.Unauthorized, (await stranger.GetAsync("/desk")).Status);
        Assert.Contains("role=\"alert\"", (await stranger.GetAsync(Refused)).Html, StringComparison.Ordinal);
        var line = (await host.Services.GetRequiredService<AuditLog>().ReadAsync(new(null, null, null), 1)).Single();
        Assert.Equal((null, "signed-in", AuditOutcome.Refused), (line.ActorName, line.Action, line.Outcome));
    }

    [Fact]
    public async Task Who_was_disabled_does_not_get_in()
    {
        await TieAsync("oid-tanaka", "田中");
        var change = host.Services.GetRequiredService<ChangePerson>();
        var tanaka = await DeskAccounts.FindAsync(host, "田中");
        Assert.Null(await change.DisableAsync(tanaka.Person, tanaka.Id));
        using var client = Visitor("oid-tanaka", "田中");
        Assert.Equal(Refused, await GoAsync(client, "/desk/entra"));
    }

    public static TheoryData<string> Forgeries => ["signature", "issuer", "audience", "nonce", "no nonce", "expired", "not yet", "unsigned", "no oid", "no expiry"];

    [Theory]
    [MemberData(nameof(Forgeries))]
    public async Task A_token_that_is_not_exactly_the_tenants_for_this_sign_in_opens_nothing(string forgery)
    {
        await TieAsync("oid-" + forgery, "持ち主 " + forgery);
        using var attacker = Visitor("oid-" + forgery, "持ち主");
        host.Tenant.Forge = token =>
        {
            switch (forgery)
            {
                case "signature": token.SigningCredentials = host.Tenant.SignWith(new RsaSecurityKey(RSA.Create(2048)) { KeyId = "of-the-tenant" }); break;
                case "issuer": token.Issuer = "https://login.microsoftonline.com/another/v2.0"; break;
                case "audience": token.Audience = "another client"; break;
                case "nonce": token.Claims["nonce"] = "of another sign-in"; break;
                case "no nonce": token.Claims.Remove("nonce"); break;
                case "expired": (token.NotBefore, token.Expires) = (DateTime.UtcNow.AddHours(-2), DateTime.UtcNow.AddHours(-1)); break;
                case "not yet": token.NotBefore = DateTime.UtcNow.AddMinutes(30); break;
                case "unsigned": token.SigningCredentials = null; break;
                case "no oid": token.Claims.Remove("oid"); break;
                case "no expiry": token.Expires = null; break;
            }
        };

        Assert.Equal(Refused, await GoAsync(attacker, "/desk/entra"));

        Assert.Equal(HttpStatusCode.Unauthorized, (await attacker.GetAsync("/desk")).Status);
        host.Tenant.Forge = _ => { };
        Assert.Equal("/desk", await GoAsync(attacker, "/desk/entra"));
    }

    [Fact]
    public async Task An_answer_that_was_not_asked_for_in_this_browser_opens_nothing()
    {
        await TieAsync("oid-kato", "加藤");
        using var kato = Visitor("oid-kato", "加藤");
        var answer = host.Tenant.Authorize(new Uri((await kato.GetAsync("/desk/entra")).Location!));
        using var other = new DeskClient(host);
        Assert.Equal(Refused, (await other.GetAsync(new Uri(answer).PathAndQuery)).Location);
        foreach (var made in new[] { "", "?code=x", "?code=x&state=made-up", "?error=access_denied&state=x", "?state=" + new string('x', 3_000) })
        {
            Assert.Equal(Refused, (await other.GetAsync("/desk/entra/callback" + made)).Location);
        }
        Assert.Equal("/desk", (await kato.GetAsync(new Uri(answer).PathAndQuery)).Location);
        Assert.Equal(Refused, (await kato.GetAsync(new Uri(answer).PathAndQuery)).Location);
    }

    [Fact]
    public async Task Somebody_elses_link_to_the_last_step_shows_the_invitation_first()
    {
        var link = await InviteAsync();
        using var lured = Visitor("oid-lured", "誘われた人");
        Assert.Equal(link, (await lured.GetAsync(link + "/entra")).Location);
    }

    [Fact]
    public async Task A_name_or_identity_that_is_taken_leaves_the_invitation_open()
    {
        await TieAsync("oid-suzuki", "鈴木");
        var link = await InviteAsync();
        using var namesake = Visitor("oid-namesake", "鈴木");
        await namesake.GetAsync(link);
        Assert.Equal(link + "?problem=NameTaken", await GoAsync(namesake, link + "/entra"));
        using var twice = Visitor("oid-suzuki", "鈴木の別名");
        await twice.GetAsync(link);
        Assert.Equal(link + "?problem=IdentityTaken", await GoAsync(twice, link + "/entra"));
        Assert.Contains("role=\"alert\"", (await twice.GetAsync(link + "?problem=IdentityTaken")).Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await twice.GetAsync(link)).Status);
    }

    private DeskClient Visitor(string objectId, string name)
    {
        (host.Tenant.ObjectId, host.Tenant.Name) = (objectId, name);
        return new DeskClient(host);
    }

    private async Task<string> InviteAsync(params (string, string)[] fields)
    {
        using var admin = await DeskClient.SignedInAsync(host, "管理者");
        return await DeskAccounts.InviteAsync(admin, fields);
    }

    private async Task TieAsync(string objectId, string name)
    {
        var link = await InviteAsync();
        using var client = Visitor(objectId, name);
        await client.GetAsync(link);
        Assert.Equal("/desk", await GoAsync(client, link + "/entra"));
    }

    /// <summary>There, signed in, and back; where the desk leads then.</summary>
    private async Task<string?> GoAsync(DeskClient client, string start)
    {
        var there = await client.GetAsync(start);
        Assert.Equal(HttpStatusCode.Redirect, there.Status);
        return (await client.GetAsync(new Uri(host.Tenant.Authorize(new Uri(there.Location!))).PathAndQuery)).Location;
    }
}
