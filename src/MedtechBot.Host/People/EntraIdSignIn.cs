using System.Security.Claims;
using MedtechBot.Host.Desk;
using MedtechBot.Host.Pages;
using MedtechBot.People;
using Microsoft.AspNetCore.Authentication;

namespace MedtechBot.Host.People;

/// <summary>
/// Signing in with an account of the organisation. It opens the desk to those it is tied to; it is tied by accepting an
/// invitation that is open in this browser, and nobody else gets in.
/// </summary>
internal static class EntraIdSignIn
{
    public const string Scheme = "EntraId";
    public const string Callback = "/entra/callback";
    public const string ObjectIdClaim = "oid";
    public const string NameClaim = "name";

    private const string InvitationItem = "invitation";
    private const string InvitedCookie = "medtechbot-desk-invited";

    /// <summary>Begins: sends the visitor to the tenant.</summary>
    public static IResult Start() => Results.Challenge(new AuthenticationProperties(), [Scheme]);

    /// <summary>Begins, and keeps in mind which invitation it is for. Somebody else's link to here leads to the invitation first.</summary>
    public static IResult Accept(HttpContext http, string token) => http.Request.Cookies[InvitedCookie] == Secret.Hash(token)
        ? Results.Challenge(new AuthenticationProperties { Items = { [InvitationItem] = token } }, [Scheme])
        : PageResult.SeeOther(http, InvitationPath(token));

    /// <summary>The visitor sees the invitation, and what they do next with the tenant may be for it.</summary>
    public static void NoteOpened(HttpContext http, string token) => http.Response.Cookies.Append(InvitedCookie, Secret.Hash(token), new CookieOptions
    {
        HttpOnly = true,
        IsEssential = true,
        Path = DeskGuard.Root + "/invitation",
        SameSite = SameSiteMode.Lax,
        Secure = http.Request.IsHttps,
    });

    /// <summary>The tenant has said who it is.</summary>
    public static async Task EnterAsync(TicketReceivedContext context)
    {
        context.HandleResponse();
        var http = context.HttpContext;
        var services = http.RequestServices;
        var identity = context.Principal!.FindFirstValue(ObjectIdClaim)!;
        if (context.Properties!.Items.TryGetValue(InvitationItem, out var token) && token is not null)
        {
            var acceptance = new Acceptance(token, context.Principal!.FindFirstValue(NameClaim), null, identity);
            var entry = await services.GetRequiredService<AcceptInvitation>().HandleAsync(acceptance, http.RequestAborted);
            await LeadAsync(http, entry.Person, $"{InvitationPath(token)}?problem={entry.Problem}");
            return;
        }
        var person = await services.GetRequiredService<Accounts>().FindByIdentityAsync(identity, http.RequestAborted);
        var admitted = person is { DisabledAt: null };
        await services.GetRequiredService<AuditLog>().AddAsync(
            new AuditEntry(admitted ? person!.Person : null, AuditActions.SignedIn) { Subject = person?.Person, Outcome = admitted ? AuditOutcome.Done : AuditOutcome.Refused }, CancellationToken.None);
        await LeadAsync(http, admitted ? person : null, Refused);
    }

    /// <summary>Cancelled there, forged, or too late.</summary>
    public static async Task FailAsync(RemoteFailureContext context)
    {
        context.HandleResponse();
        await context.HttpContext.RequestServices.GetRequiredService<AuditLog>().AddAsync(
            new AuditEntry(null, AuditActions.SignedIn) { Outcome = AuditOutcome.Refused }, CancellationToken.None);
        await LeadAsync(context.HttpContext, null, Refused);
    }

    /// <summary>Reached only by what is no answer of the tenant.</summary>
    public static IResult NoAnswer(HttpContext http) => ErrorPages.Show(http, StatusCodes.Status404NotFound);

    private const string Refused = DeskGuard.Root + "/sign-in?refused=entra";

    private static string InvitationPath(string token) => $"{DeskGuard.Root}/invitation/{Uri.EscapeDataString(token)}";

    private static async Task LeadAsync(HttpContext http, PersonRow? person, string otherwise)
    {
        if (person is not null)
        {
            await SignedIn.BeginAsync(http, person);
        }
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Redirect(person is null ? otherwise : DeskGuard.Root);
    }
}
