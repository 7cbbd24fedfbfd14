using MedtechBot.Host.People;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace MedtechBot.Host.Desk;

/// <summary>The coordinators' desk at <c>/desk</c>: the guard before it, the tickets, and what is done with them.</summary>
public static class DeskSetup
{
    public static WebApplicationBuilder AddDesk(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddSingleton<DeskAddress>();
        services.AddHostedService<DeskStart>();
        services.AddAntiforgery(options => options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest);
        services.AddAuthentication(DeskGuard.Scheme).AddCookie(DeskGuard.Scheme, options =>
        {
            options.Cookie.Name = "medtechbot-desk";
            options.Cookie.HttpOnly = true;
            options.Cookie.SameSite = SameSiteMode.Lax;
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            options.Cookie.Path = DeskGuard.Root;
            options.ExpireTimeSpan = TimeSpan.FromHours(12);
            options.SlidingExpiration = true;
            options.Events = new CookieAuthenticationEvents();
        });
        return builder;
    }

    public static WebApplication MapDesk(this WebApplication app)
    {
        var desk = app.MapGroup(DeskGuard.Root).AddEndpointFilter(DeskGuard.ProtectAsync);
        desk.MapSignIn();
        var inside = desk.MapGroup("").AddEndpointFilter(DeskGuard.RequireSignInAsync).AddEndpointFilter(DeskGuard.RequireOwnFormAsync);
        inside.MapAccount();
        inside.MapPeople();
        inside.MapAudit();
        inside.MapTickets();
        return app;
    }
}
