using MedtechBot.Channels;
using MedtechBot.Consultations;
using MedtechBot.Coordination;
using MedtechBot.Host.AskerPages;
using MedtechBot.Host.Tests.Access;
using MedtechBot.Host.Tests.Desk;
using MedtechBot.People;
using MedtechBot.Teams.Coordinators;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace MedtechBot.Host.Tests.Accessibility;

/// <summary>How a person comes to a page.</summary>
internal static class Ways
{
    public const string Unanswerable = "火星での治験の届出先はどこですか";

    public static async Task AskInChatAsync(IPage page, string question)
    {
        await page.GotoAsync("/");
        await page.Locator("#shell[hidden]").WaitForAsync(new() { State = WaitForSelectorState.Attached });
        var box = page.Locator("[data-id='webchat-sendbox-input']");
        await box.FillAsync(question);
        await box.PressAsync("Enter");
    }

    public static async Task AskAsync(IPage page, ProductHost host)
    {
        await page.GotoAsync("/ask");
        await page.Locator("textarea").FillAsync(SmallKnowledge.Question);
        await page.Locator("form button").First.ClickAsync();
        await page.WaitForURLAsync("**/ask/*");
    }

    public static Func<IPage, ProductHost, Task> AfterAsking(string address) => async (page, host) =>
    {
        await AskAsync(page, host);
        await page.GotoAsync(address);
    };

    public static async Task CheckAsync(IPage page)
    {
        await page.GotoAsync("/ask/consult");
        await page.Locator("#summary").FillAsync("相談の要旨");
        await page.Locator("#email").FillAsync("asker@example.jp");
        await page.Locator("button[value=check]").Last.ClickAsync();
    }

    public static async Task ReferAsync(IPage page)
    {
        await page.Locator("form[action$='/take'] button").First.ClickAsync();
        await page.GetByText("新しく紹介する").ClickAsync();
        await page.Locator("#to").FillAsync("横浜市");
        await page.Locator("#reason").FillAsync("現地の販路を知っているため");
        await page.Locator("form[action$='/refer'] button").ClickAsync();
    }

    public static async Task CloseAsync(IPage page)
    {
        await page.Locator("form[action$='/take'] button").First.ClickAsync();
        await page.Locator("#outcome").SelectOptionAsync("duplicate");
        await page.Locator("form[action$='/close'] button").ClickAsync();
    }

    public static Func<IPage, ProductHost, Task> AfterConsulting(Func<string, string> address) => async (page, _) =>
    {
        await CheckAsync(page);
        await page.Locator("button[value=send]").ClickAsync();
        var number = await page.Locator("article strong").Filter(new() { HasText = "C-" }).First.InnerTextAsync();
        await page.GotoAsync(address(number));
    };

    public static Func<IPage, ProductHost, Task> AtDesk(Func<string, string> address, Func<IPage, Task>? then = null, Role role = Role.Admin) => async (page, host) =>
    {
        var (number, _) = await DeskClient.OpenTicketAsync(host);
        await SignInAsync(page, host, role);
        await page.GotoAsync(address(number));
        if (then is not null)
        {
            await then(page);
        }
    };

    public static Task TakeAsync(IPage page) => page.Locator("form[action$='/take'] button").First.ClickAsync();

    public static async Task<string> SignInLinkAsync(ProductHost host, Role role = Role.Admin) => "/desk/sign-in/" + await Get<DeskLinks>(host).CreateAsync(role);

    public static Task AskForTeamsCodeAsync(IPage page) => page.Locator("form[action='/desk/account/teams'] button").ClickAsync();

    public static async Task TiedToTeamsAsync(IPage page, ProductHost host)
    {
        await AtDesk(_ => "/desk/account", AskForTeamsCodeAsync)(page, host);
        var said = await page.Locator("[aria-labelledby='teams-heading'] code").InnerTextAsync();
        Assert.Equal(TeamsLinking.Tied, (await Get<TeamsLinks>(host).TieAsync(said.Split(' ')[^1], new TeamsIdentity("tenant", RandomId.Next(), "29:sato"))).Result);
        await page.GotoAsync("/desk/account");
    }

    /// <summary>A ticket that a coordinator may take and not read.</summary>
    public static async Task ConfidentialAsync(IPage page, ProductHost host)
    {
        var (number, _) = await DeskClient.OpenTicketAsync(host, details: new() { IsConfidential = true });
        await SignInAsync(page, host, Role.Coordinator);
        await page.GotoAsync("/desk/tickets/" + number);
    }

    /// <summary>A question whose answer was found helpful.</summary>
    public static async Task LearnedAsync(IPage page, ProductHost host)
    {
        await AskAsync(page, host);
        await page.Locator("button[name=thumb][value=up]").First.ClickAsync();
        await page.WaitForURLAsync("**rated=*");
        await SignInAsync(page, host, Role.Coordinator);
        await page.GotoAsync("/desk/learned");
    }

    public static async Task InvitedAsync(IPage page, ProductHost host)
    {
        using var admin = await Scene.SignedInAsync(host, "管理者", Role.Admin);
        var by = (await Get<Accounts>(host).FindForSignInAsync("管理者"))!.Person;
        var (token, _) = await Get<Invitations>(host).InviteAsync(by, null, new PersonDetails(Role.Coordinator, null, null, ""));
        await page.GotoAsync("/desk/invitation/" + token);
    }

    /// <summary>A ticket that was answered and closed, by the link in the mail.</summary>
    public static async Task ByLinkAsync(IPage page, ProductHost host)
    {
        var number = await TakenAsync(host);
        await Get<ReplyToTicket>(host).HandleAsync(new Reply(number, Holder, RandomId.Next(), "窓口は**薬務課**です。", null));
        await Get<WriteToTicket>(host).HandleAsync(number, RandomId.Next(), "ありがとうございます。", []);
        await Get<CloseTicket>(host).HandleAsync(number, Holder, TicketOutcome.Answered, null);
        await page.GotoAsync(Get<AskerLinks>(host).Create(number).PathAndQuery);
    }

    public static async Task AskedForConsentAsync(IPage page, ProductHost host)
    {
        var number = await TakenAsync(host);
        await Get<ReferTicket>(host).HandleAsync(number, Holder, RandomId.Next(), "横浜市", "現地の販路を知っているため", null);
        await page.GotoAsync(Get<AskerLinks>(host).Create(number).PathAndQuery);
    }

    public static async Task OwnConsultationsInChatAsync(IPage page, ProductHost host)
    {
        await AskInChatAsync(page, Unanswerable);
        await page.GetByLabel("連絡先メールアドレス").FillAsync("asker@example.jp");
        await page.GetByRole(AriaRole.Button, new() { Name = "この内容で相談する" }).ClickAsync();
        await page.GetByText("受付番号は").First.WaitForAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "自分の相談" }).Last.ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "取り下げる" }).Last.WaitForAsync();
    }

    public static async Task CheckWithoutAddressAsync(IPage page, ProductHost host)
    {
        await page.GotoAsync("/ask/consult");
        await page.Locator("#summary").FillAsync("相談の要旨");
        await page.Locator("button[value=check]").Last.ClickAsync();
    }

    private const string Holder = "担当";

    private static async Task<TicketNumber> TakenAsync(ProductHost host)
    {
        TicketNumber.TryParse((await DeskClient.OpenTicketAsync(host)).Number, out var number);
        await Get<TakeTicket>(host).HandleAsync(number, Holder);
        return number;
    }

    private static async Task SignInAsync(IPage page, ProductHost host, Role role)
    {
        await page.GotoAsync(await SignInLinkAsync(host, role));
        await page.Locator("#name").FillAsync("佐藤 " + RandomId.Next()[..4]);
        await page.Locator("main form button").First.ClickAsync();
        // Signed in is enough: what comes next waits for what it needs.
        await page.WaitForURLAsync("**/desk", new() { WaitUntil = WaitUntilState.Commit });
    }

    private static T Get<T>(ProductHost host) where T : notnull => host.Services.GetRequiredService<T>();
}
