using MedtechBot.Host.Desk;
using MedtechBot.Host.Pages;
using MedtechBot.People;

namespace MedtechBot.Host.People;

/// <summary>An invited person opens their link and chooses name and password. Opening it changes nothing.</summary>
internal static class InvitationEntry
{
    private const string Expired = "このリンクは使用済みか、取り消されたか、有効期限(7日)を過ぎています。管理者に新しいリンクの発行を依頼してください。";

    /// <param name="problem">Why it could not be accepted by Entra ID.</param>
    public static async Task<IResult> ShowAsync(HttpContext http, string token, string? problem, Invitations invitations, CancellationToken cancellation)
    {
        if (await invitations.FindAsync(token, cancellation) is not { } invitation)
        {
            return DeskGuard.SignInNeeded(Expired);
        }
        EntraIdSignIn.NoteOpened(http, token);
        var known = Enum.TryParse<PersonProblem>(problem, out var met) && Enum.IsDefined(met);
        return Form(http, token, invitation, invitation.Name, known ? PeopleWords.Of(met) : null);
    }

    public static async Task<IResult> HandleAsync(
        HttpContext http, string token, Invitations invitations, AcceptInvitation accept, Passwords passwords, CancellationToken cancellation)
    {
        if (await invitations.FindAsync(token, cancellation) is not { } invitation)
        {
            return DeskGuard.SignInNeeded(Expired);
        }
        var form = http.Request.Form;
        var name = invitation.Name ?? form["name"].ToString();
        var password = form["password"].ToString();
        if (PeopleWords.WrongWith(password, form["again"].ToString(), name, invitation.Email) is { } wrong)
        {
            return Form(http, token, invitation, name, wrong);
        }
        var entry = await accept.HandleAsync(new Acceptance(token, name, passwords.Hash(password), null), cancellation);
        if (entry.Person is not { } person)
        {
            return entry.Problem == PersonProblem.LinkExpired ? DeskGuard.SignInNeeded(Expired) : Form(http, token, invitation, name, PeopleWords.Of(entry.Problem!.Value));
        }
        await SignedIn.BeginAsync(http, person);
        return PageResult.SeeOther(http, DeskGuard.Root);
    }

    private static IResult Form(HttpContext http, string token, InvitationRow invitation, string? name, string? message = null) =>
        PageResult.Show<InvitationPage>(message is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity,
            ("Token", DeskGuard.FormToken(http)), ("Invitation", invitation), ("Link", token), ("Name", name), ("Message", message),
            ("EntraId", http.RequestServices.GetService<EntraIdSettings>() is not null));
}
