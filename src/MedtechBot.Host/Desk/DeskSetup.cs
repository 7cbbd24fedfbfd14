using MedtechBot.Consultations;
using MedtechBot.Host.Desk.Learned;
using MedtechBot.Host.Desk.Live;
using MedtechBot.Host.People;
using MedtechBot.People;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace MedtechBot.Host.Desk;

/// <summary>The coordinators' desk at <c>/desk</c>: the guard before it, the tickets, and what is done with them.</summary>
public static class DeskSetup
{
    public static WebApplicationBuilder AddDesk(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddSingleton<DeskAddress>();
        services.AddHostedService<DeskStart>();
        services.AddSingleton<TicketSignal>();
        services.AddSingleton<IInterceptor>(provider => provider.GetRequiredService<TicketSignal>());
        services.AddSingleton<TicketWatch>();
        services.AddHostedService(provider => provider.GetRequiredService<TicketWatch>());
        services.AddAntiforgery(options => options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest);
        services.AddAuthentication(DeskGuard.Scheme).AddCookie(DeskGuard.Scheme, options =>
        {
            options.Cookie.Name = "medtechbot-desk";
            options.Cookie.HttpOnly = true;
            options.Cookie.SameSite = SameSiteMode.Lax;
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            options.Cookie.Path = DeskGuard.Root;
            options.ExpireTimeSpan = OwnAccount.SessionLifetime;
            options.SlidingExpiration = true;
            options.Events = new CookieAuthenticationEvents();
        });
        return builder;
    }

    public static WebApplication MapDesk(this WebApplication app)
    {
        var desk = app.MapGroup(DeskGuard.Root).AddEndpointFilter(DeskGuard.ProtectAsync);
        desk.MapSignIn();
        if (app.Services.GetService<EntraIdSettings>() is not null)
        {
            desk.MapEntraId();
        }
        var inside = desk.MapGroup("").AddEndpointFilter(DeskGuard.RequireSignInAsync).AddEndpointFilter(DeskGuard.RequireOwnFormAsync);
        inside.MapAccount();
        inside.MapPeople();
        inside.MapAudit();
        inside.MapLearned();
        inside.MapTickets();
        return app;
    }
}
