using MedtechBot.Host.Desk;
using MedtechBot.Host.RequestLimits;
using Microsoft.AspNetCore.Authentication.OAuth;

namespace MedtechBot.Host.People;

/// <summary>Sign-in with an organisation's own accounts, where it is configured.</summary>
internal static class EntraIdSetup
{
    public static void AddEntraId(this WebApplicationBuilder builder)
    {
        if (EntraIdSettings.Read(builder.Configuration) is not { } settings)
        {
            return;
        }
        builder.Services.AddSingleton(settings);
        builder.Services.AddSingleton<EntraIdToken>();
        builder.Services.AddAuthentication().AddOAuth<OAuthOptions, EntraIdHandler>(EntraIdSignIn.Scheme, options =>
        {
            options.ClientId = settings.ClientId;
            options.ClientSecret = settings.ClientSecret;
            options.AuthorizationEndpoint = settings.AuthorizationEndpoint;
            options.TokenEndpoint = settings.TokenEndpoint;
            options.CallbackPath = DeskGuard.Root + EntraIdSignIn.Callback;
            options.UsePkce = true;
            options.Scope.Add("openid");
            options.Scope.Add("profile");
            options.BackchannelTimeout = TimeSpan.FromSeconds(15);
            options.SignInScheme = DeskGuard.Scheme;
            // The tenant sends the browser back by an ordinary link.
            options.CorrelationCookie.SameSite = SameSiteMode.Lax;
            options.CorrelationCookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            options.Events.OnTicketReceived = EntraIdSignIn.EnterAsync;
            options.Events.OnRemoteFailure = EntraIdSignIn.FailAsync;
        });
    }

    public static void MapEntraId(this RouteGroupBuilder desk)
    {
        var door = desk.MapGroup("").OpenToAll().Limit(Door.SignIn);
        door.MapGet("/entra", EntraIdSignIn.Start);
        door.MapGet("/invitation/{token}/entra", EntraIdSignIn.Accept);
        // The handler answers before this; the route is there so that it is counted like the others.
        door.MapGet(EntraIdSignIn.Callback, EntraIdSignIn.NoAnswer);
    }
}
