using MedtechBot.Host.Desk;
using MedtechBot.Host.DirectLine;
using MedtechBot.Host.Pages;
using MedtechBot.People;
using MedtechBot.Teams.Coordinators;

namespace MedtechBot.Host.People;

/// <summary>Where administrators look after people, invitations and keys.</summary>
internal static class PeopleRoutes
{
    private const string Root = DeskGuard.Root + "/people";

    public static void MapPeople(this RouteGroupBuilder desk)
    {
        var people = desk.MapGroup("/people").RequireRole(Role.Admin);
        people.MapGet("", (HttpContext http, CancellationToken cancellation) => ListAsync(http, null, cancellation));
        people.MapPost("/invite", InviteAsync);
        people.MapPost("/invitations/{id}/revoke", async (HttpContext http, string id, Invitations invitations, CancellationToken cancellation) =>
        {
            await invitations.RevokeAsync(SignedIn.Of(http), id, cancellation);
            return PageResult.SeeOther(http, Root);
        });
        people.MapPost("/keys/revoke", async (HttpContext http, ApiKeys keys, CancellationToken cancellation) =>
        {
            await keys.RevokeAsync(SignedIn.Of(http), http.Request.Form["name"].ToString(), cancellation);
            return PageResult.SeeOther(http, Root);
        });
        people.MapGet("/{id}", (HttpContext http, string id, CancellationToken cancellation) => ShowAsync(http, id, null, cancellation));
        people.MapPost("/{id}", DescribeAsync);
        people.MapPost("/{id}/disable", (HttpContext http, string id, ChangePerson change, CancellationToken cancellation) =>
            AfterAsync(http, id, change.DisableAsync(SignedIn.Of(http), id, cancellation), cancellation));
        people.MapPost("/{id}/enable", (HttpContext http, string id, ChangePerson change, CancellationToken cancellation) =>
            AfterAsync(http, id, change.EnableAsync(SignedIn.Of(http), id, cancellation), cancellation));
        people.MapPost("/{id}/link", RenewAsync);
        people.MapPost("/{id}/teams/untie", UntieAsync);
        people.MapPost("/channels/{id}/disconnect", async (HttpContext http, string id, DeskChannels channels, CancellationToken cancellation) =>
        {
            await channels.DisconnectAsync(id, SignedIn.Of(http), cancellation);
            return PageResult.SeeOther(http, Root);
        });
    }

    private static async Task<IResult> UntieAsync(HttpContext http, string id, Accounts accounts, TeamsLinks links, CancellationToken cancellation)
    {
        if (await accounts.FindAsync(id, cancellation) is not { } person)
        {
            return ErrorPages.Show(http, StatusCodes.Status404NotFound);
        }
        await links.UntieAsync(SignedIn.Of(http), person.Person, cancellation);
        return PageResult.SeeOther(http, $"{Root}/{id}");
    }

    private static async Task<IResult> ListAsync(HttpContext http, string? message, CancellationToken cancellation)
    {
        var services = http.RequestServices;
        return PageResult.Show<PeoplePage>(message is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity,
            ("Visitor", DeskGuard.Visitor(http)), ("Message", message), ("Draft", message is null ? null : http.Request.Form),
            ("People", await services.GetRequiredService<Accounts>().ListAsync(cancellation)),
            ("Invitations", await services.GetRequiredService<Invitations>().ListOpenAsync(cancellation)),
            ("Channels", await services.GetRequiredService<DeskChannels>().ListAsync(cancellation)),
            ("Keys", await services.GetRequiredService<ApiKeys>().ListAsync(cancellation)));
    }

    private static async Task<IResult> ShowAsync(HttpContext http, string id, string? message, CancellationToken cancellation) =>
        await http.RequestServices.GetRequiredService<Accounts>().FindAsync(id, cancellation) is { } person
            ? PageResult.Show<PersonPage>(message is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity,
                ("Visitor", DeskGuard.Visitor(http)), ("Person", person), ("Message", message),
                ("TeamsSince", await http.RequestServices.GetRequiredService<TeamsLinks>().SinceAsync(id, cancellation)))
            : ErrorPages.Show(http, StatusCodes.Status404NotFound);

    private static async Task<IResult> InviteAsync(HttpContext http, Invitations invitations, PublicAddress address, CancellationToken cancellation)
    {
        var form = http.Request.Form;
        if (Details(form, out var details) is { } wrong)
        {
            return await ListAsync(http, PeopleWords.Of(wrong), cancellation);
        }
        var (token, problem) = await invitations.InviteAsync(SignedIn.Of(http), form["name"], details, cancellation);
        return token is null ? await ListAsync(http, PeopleWords.Of(problem!.Value), cancellation) : Link(http, address, token, form["name"]);
    }

    private static async Task<IResult> RenewAsync(HttpContext http, string id, Invitations invitations, Accounts accounts, PublicAddress address, CancellationToken cancellation)
    {
        var (token, problem) = await invitations.RenewAsync(SignedIn.Of(http), id, cancellation);
        return token is null
            ? await ShowAsync(http, id, PeopleWords.Of(problem!.Value), cancellation)
            : Link(http, address, token, (await accounts.FindAsync(id, cancellation))?.Name);
    }

    private static Task<IResult> DescribeAsync(HttpContext http, string id, ChangePerson change, CancellationToken cancellation) =>
        Details(http.Request.Form, out var details) is { } wrong
            ? ShowAsync(http, id, PeopleWords.Of(wrong), cancellation)
            : AfterAsync(http, id, change.DescribeAsync(SignedIn.Of(http), id, details, cancellation), cancellation);

    private static async Task<IResult> AfterAsync(HttpContext http, string id, Task<PersonProblem?> change, CancellationToken cancellation) =>
        await change is { } problem ? await ShowAsync(http, id, PeopleWords.Of(problem), cancellation) : PageResult.SeeOther(http, $"{Root}/{id}");

    // Shown once, in the answer itself: a link that stood in an address or a cookie would stay behind.
    private static IResult Link(HttpContext http, PublicAddress address, string token, string? name) =>
        PageResult.Show<NewLinkPage>(StatusCodes.Status200OK,
            ("Visitor", DeskGuard.Visitor(http)), ("Link", $"{address.ForLinks(http)}{DeskGuard.Root}/invitation/{token}"), ("Name", name));

    private static PersonProblem? Details(IFormCollection form, out PersonDetails details) =>
        PersonDetails.Read(form["role"], form["email"], form["region"], form["fields"], out details);
}
