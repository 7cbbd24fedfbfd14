using MedtechBot.Consultations;
using MedtechBot.Coordination;
using MedtechBot.Host.Desk.Queue;
using MedtechBot.Host.Pages;
using MedtechBot.People;

namespace MedtechBot.Host.Teams.Tabs;

/// <summary>
/// The team's tab: the desk's list, for people whose account at the desk is tied to theirs in the directory. Tickets open in the browser,
/// where the desk has its own sign-in: its pages are never shown inside another site's.
/// </summary>
internal sealed class TabDesk(TabSession session, Accounts accounts, TicketStore tickets, AuditLog audit, Func<DeskRules> rules, TimeProvider time)
{
    public const string Path = TabSetup.Root + "/desk";

    /// <summary>What Teams shows before the tab is added; there is nothing to choose.</summary>
    public static IResult Configure() => PageResult.Show<TabConfigurePage>();

    public async Task<IResult> ShowAsync(HttpContext http)
    {
        if (session.Find(http) is not { } identity)
        {
            return TabSignIn.Show();
        }
        if (await accounts.FindByIdentityAsync(identity.ObjectId, http.RequestAborted) is not { DisabledAt: null } account)
        {
            return NotOfTheDesk(http);
        }
        var filter = QueueFilter.Read(http.Request.Query);
        var lines = await tickets.ListAsync(filter.For(account.Person.AsReader()), http.RequestAborted);
        await audit.AddAsync(new AuditEntry(account.Person, AuditActions.Listed), CancellationToken.None);
        return PageResult.Show<TabDeskPage>(StatusCodes.Status200OK,
            ("Filter", filter), ("Tickets", lines), ("Now", time.GetUtcNow()), ("Topics", rules().Routing.Topics.ToDictionary(t => t.Id, t => t.Name)));
    }

    private static IResult NotOfTheDesk(HttpContext http)
    {
        var language = PageLanguage.Of(http);
        return PageResult.Show<TabMessagePage>(StatusCodes.Status403Forbidden,
            ("Title", language.Say("窓口の利用者ではありません", "You are not of the desk")),
            ("Message", language.Say(
                "お使いの Microsoft アカウントは、窓口の利用者に結び付いていません。窓口の管理者に招待を頼み、このアカウントで招待を開いてください。",
                "Your Microsoft account is not tied to an account of the desk. Ask its administrator for an invitation, and open it with this account.")));
    }
}
