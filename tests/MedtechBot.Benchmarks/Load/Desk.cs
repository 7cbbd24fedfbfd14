using System.Net;
using System.Text.RegularExpressions;

namespace MedtechBot.Benchmarks.Load;

/// <summary>The people of the desk, made as the product makes them: an administrator by the console's link, everybody else by invitation.</summary>
internal static partial class Desk
{
    private const string Password = "load benchmark 2026";

    /// <param name="link">The console's sign-in link.</param>
    public static async Task<DeskBrowser> OpenAsync(Uri address, string link, Tally tally)
    {
        var admin = new DeskBrowser(address, tally);
        var path = new Uri(address, link).AbsolutePath;
        await EnterAsync(admin, path, ("name", "管理者"));
        return admin;
    }

    public static async Task<Coordinator> InviteAsync(DeskBrowser admin, Uri address, int index, LoadPlan plan, Books books, Tally tally)
    {
        var name = $"担当{index + 1:00}";
        var people = await admin.GetAsync("people", "/desk/people");
        var invited = await admin.PostAsync("people", people, "/desk/people/invite", ("role", "coordinator"), ("name", name), ("email", ""), ("region", ""), ("fields", ""));
        var browser = new DeskBrowser(address, tally);
        await EnterAsync(browser, Link().Match(invited.Html).Value, ("name", name), ("password", Password), ("again", Password));
        return new Coordinator(name, browser, plan, books, tally, new Random(index));
    }

    private static async Task EnterAsync(DeskBrowser browser, string path, params (string, string)[] fields)
    {
        var page = await browser.GetAsync("sign-in", path);
        if ((await browser.PostAsync("sign-in", page, path, fields)).Status != HttpStatusCode.SeeOther)
        {
            throw new InvalidOperationException("Nobody could sign in.");
        }
    }

    [GeneratedRegex("/desk/invitation/[0-9a-f]{64}")]
    private static partial Regex Link();
}
