using System.Net;
using System.Text.RegularExpressions;
using MedtechBot.Host.Tests.Desk;
using MedtechBot.People;
using Microsoft.Extensions.DependencyInjection;

namespace MedtechBot.Host.Tests.People;

/// <summary>People with passwords, made the way the desk makes them.</summary>
internal static partial class DeskAccounts
{
    public const string Password = "正しい馬と電池とホチキス";

    /// <summary>Invites somebody by the people page and returns the path of their link.</summary>
    public static async Task<string> InviteAsync(DeskClient admin, params (string Name, string Value)[] fields)
    {
        var page = await admin.SendFormAsync("/desk/people", "/desk/people/invite", [("role", "coordinator"), .. fields]);
        Assert.Equal(HttpStatusCode.OK, page.Status);
        return Link().Match(page.Html).Value;
    }

    /// <summary>Somebody who has a password; signed in nowhere.</summary>
    public static async Task AddAsync(ProductHost host, string name, Role role = Role.Coordinator, string email = "")
    {
        using var admin = await DeskClient.SignedInAsync(host, "招待する管理者");
        var link = await InviteAsync(admin, ("name", name), ("role", role.Code()), ("email", email));
        using var invited = new DeskClient(host);
        Assert.Equal(HttpStatusCode.SeeOther, (await AcceptAsync(invited, link, name)).Status);
    }

    public static Task<DeskPage> AcceptAsync(DeskClient client, string link, string name, string password = Password) =>
        client.SendFormAsync(link, link, ("name", name), ("password", password), ("again", password));

    public static Task<DeskPage> SignInAsync(DeskClient client, string name, string password) =>
        client.SendFormAsync("/desk/sign-in", "/desk/sign-in", ("name", name), ("password", password));

    public static async Task<PersonRow> FindAsync(ProductHost host, string name) =>
        (await host.Services.GetRequiredService<Accounts>().FindForSignInAsync(name))!;

    [GeneratedRegex("/desk/invitation/[0-9a-f]{64}")]
    private static partial Regex Link();
}
