using MedtechBot.Host.Desk;
using MedtechBot.Host.RequestLimits;

namespace MedtechBot.Host.People;

/// <summary>The ways in: by password, by the console's link, by invitation.</summary>
internal static class SignInRoutes
{
    /// <summary>For those who are not signed in.</summary>
    public static void MapSignIn(this RouteGroupBuilder desk)
    {
        var door = desk.MapGroup("").OpenToAll().Limit(Door.SignIn).AddEndpointFilter(DeskGuard.RequireOwnFormAsync);
        door.MapGet("/sign-in", PasswordSignIn.Show);
        door.MapPost("/sign-in", PasswordSignIn.HandleAsync);
        door.MapGet("/sign-in/{token}", LinkSignIn.ShowAsync);
        door.MapPost("/sign-in/{token}", LinkSignIn.HandleAsync);
        door.MapGet("/invitation/{token}", InvitationEntry.ShowAsync);
        door.MapPost("/invitation/{token}", InvitationEntry.HandleAsync);
    }
}
