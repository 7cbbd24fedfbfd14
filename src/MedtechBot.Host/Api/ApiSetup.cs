using MedtechBot.Repeats;

namespace MedtechBot.Host.Api;

/// <summary>Tickets for other programs, below <c>/api</c>.</summary>
public static class ApiSetup
{
    public const string Root = "/api";

    public static WebApplicationBuilder AddApi(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<KeptAnswers>();
        builder.Services.AddSingleton<TicketViews>();
        builder.Services.AddSingleton<ReplySources>();
        builder.Services.AddSingleton<Assignees>();
        builder.Services.AddApiDescription();
        return builder;
    }

    public static WebApplication MapApi(this WebApplication app)
    {
        app.MapApiDescription();
        app.MapGroup(Root).AddEndpointFilter(ApiGuard.RequireKeyAsync).DisableAntiforgery().MapTickets();
        return app;
    }
}
