using MedtechBot.Consultations;
using MedtechBot.Coordination;
using MedtechBot.Host.Desk.Queue;
using MedtechBot.Host.Pages;
using MedtechBot.People;
using MedtechBot.Teams.Coordinators;

namespace MedtechBot.Host.Teams.Tabs;

/// <summary>
/// The team's tab: the desk's list, for people whose account at the desk is tied to theirs in Teams. Tickets open in the browser,
/// where the desk has its own sign-in: its pages are never shown inside another site's.
/// </summary>
internal sealed class TabDesk(TabSession session, TeamsLinks links, TicketStore tickets, AuditLog audit, Func<DeskRules> rules, TimeProvider time)
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
        if (await links.FindAsync(identity.InTeams, http.RequestAborted) is not { } person)
        {
            return NotOfTheDesk(http);
        }
        var filter = QueueFilter.Read(http.Request.Query);
        var lines = await tickets.ListAsync(filter.For(person.AsReader()), http.RequestAborted);
        await audit.AddAsync(new AuditEntry(person, AuditActions.Listed), CancellationToken.None);
        return PageResult.Show<TabDeskPage>(StatusCodes.Status200OK,
            ("Filter", filter), ("Tickets", lines), ("Now", time.GetUtcNow()), ("Topics", rules().Routing.Topics.ToDictionary(t => t.Id, t => t.Name)));
    }

    private static IResult NotOfTheDesk(HttpContext http)
    {
        var language = PageLanguage.Of(http);
        return PageResult.Show<TabMessagePage>(StatusCodes.Status403Forbidden,
            ("Title", language.Say("窓口の利用者ではありません", "You are not of the desk")),
            ("Message", language.Say(
                "お使いの Teams のアカウントは、窓口の利用者とつながっていません。利用者の方は、相談デスクの「アカウント」で「Teamsとつなぐ」を押してください。",
                "Your account in Teams is not tied to one of the desk. If you have one there, tie it to Teams on the desk's account page.")));
    }
}
