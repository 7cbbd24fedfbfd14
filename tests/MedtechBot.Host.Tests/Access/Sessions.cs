using MedtechBot.Channels;
using MedtechBot.People;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace MedtechBot.Host.Tests.Access;

/// <summary>Visitors whose session is not, or not any more, what it was; and askers with their cookie.</summary>
internal static class Sessions
{
    /// <summary>Whose cookie was copied before they signed out.</summary>
    public static async Task<Visitor> SignedOutAsync(ProductHost host)
    {
        using var person = await Scene.SignedInAsync(host, Name("退出"), Role.Admin);
        var thief = new Visitor(host, "signed out") { Session = person.Session };
        Assert.Equal(200, (await thief.GetAsync("/desk")).Status);
        Assert.Equal(303, (await person.PostAsync("/desk/sign-out")).Status);
        return thief.Again();
    }

    public static async Task<Visitor> ExpiredAsync(ProductHost host)
    {
        using var person = await Scene.SignedInAsync(host, Name("期限"), Role.Admin);
        var sealing = host.Services.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get("Desk").TicketDataFormat;
        var session = sealing.Unprotect(person.Session)!;
        using (var counterproof = new Visitor(host, "not expired") { Session = sealing.Protect(session) })
        {
            Assert.Equal(200, (await counterproof.GetAsync("/desk")).Status);
        }
        session.Properties.ExpiresUtc = DateTimeOffset.UtcNow.AddSeconds(-1);
        return new Visitor(host, "expired") { Session = sealing.Protect(session) };
    }

    public static async Task<Visitor> DisabledAsync(ProductHost host)
    {
        var name = Name("停止");
        var person = await Scene.SignedInAsync(host, name, Role.Coordinator);
        Assert.Null(await host.Services.GetRequiredService<ChangePerson>().DisableAsync(await AdminAsync(host), await IdAsync(host, name)));
        return person.Again();
    }

    /// <summary>A coordinator once, an expert now.</summary>
    public static async Task<Visitor> LoweredAsync(ProductHost host)
    {
        var name = Name("降格");
        var person = await Scene.SignedInAsync(host, name, Role.Coordinator);
        await LowerAsync(host, name);
        return person.Again();
    }

    public static async Task LowerAsync(ProductHost host, string name)
    {
        var details = new PersonDetails(Role.Expert, null, null, "");
        Assert.Null(await host.Services.GetRequiredService<ChangePerson>().DescribeAsync(await AdminAsync(host), await IdAsync(host, name), details));
    }

    /// <returns>The id of an invitation that nobody has used.</returns>
    public static async Task<string> InviteAsync(ProductHost host)
    {
        await host.Services.GetRequiredService<Invitations>().InviteAsync(await AdminAsync(host), Name("招待"), new PersonDetails(Role.Coordinator, null, null, ""));
        return (await host.Services.GetRequiredService<Invitations>().ListOpenAsync())[0].Id;
    }

    /// <summary>Somebody who asked on the quick page, and the id that their cookie stands for.</summary>
    public static async Task<(Visitor Asker, string Id)> AskerAsync(ProductHost host)
    {
        var asker = new Visitor(host, "asker");
        var asked = await asker.SendAsync("POST", "/ask", Visitor.Form(("q", SmallKnowledge.Question)));
        var conversation = asked.Location!.Split('/')[^1].Split('#')[0];
        return (asker, (await host.Services.GetRequiredService<Conversations>().FindAsync(conversation))!.AskerId);
    }

    private static async Task<Person> AdminAsync(ProductHost host)
    {
        using var admin = await Scene.SignedInAsync(host, "管理者", Role.Admin);
        return (await host.Services.GetRequiredService<Accounts>().FindForSignInAsync("管理者"))!.Person;
    }

    private static async Task<string> IdAsync(ProductHost host, string name) =>
        (await host.Services.GetRequiredService<Accounts>().FindForSignInAsync(name))!.Id;

    private static string Name(string beginning) => beginning + " " + RandomId.Next()[..8];
}
