using MedtechBot.Host.Attachments;
using MedtechBot.Host.RequestLimits;

namespace MedtechBot.Host.Teams.Tabs;

/// <summary>The tabs of Teams: an asker's own consultations, and for the team the list of the desk.</summary>
public static class TabSetup
{
    public const string Root = "/teams/tab";

    private static readonly string[] Reading = ["GET", "HEAD"];

    public static void AddTeamsTabs(this WebApplicationBuilder builder)
    {
        if (TabSettings.Read(TeamsSettings.Read(builder.Configuration), builder.Configuration) is { } settings)
        {
            builder.Services.AddSingleton(settings);
            builder.Services.AddSingleton<TabToken>();
        }
        builder.Services.AddSingleton<TabSession>();
        builder.Services.AddSingleton<TabConsultations>();
        builder.Services.AddSingleton<TabDesk>();
    }

    public static void MapTeamsTabs(this IEndpointRouteBuilder app)
    {
        var tabs = app.MapGroup(Root).AddEndpointFilter(TabGuard.ProtectAsync).AddEndpointFilter(TabGuard.RequireSettingsAsync);
        tabs.MapPost("/session", (Delegate)TabSignIn.EnterAsync).Limit(Door.Token);
        tabs.MapMethods("/configure", Reading, TabDesk.Configure);
        tabs.MapMethods("/desk", Reading, (HttpContext http, TabDesk desk) => desk.ShowAsync(http)).Limit(Door.Turn);
        tabs.MapMethods("/consultations", Reading, (HttpContext http, TabConsultations own) => own.ListAsync(http)).Limit(Door.Turn);
        tabs.MapMethods("/consultations/{number}", Reading, (HttpContext http, string number, TabConsultations own) => own.ShowAsync(http, number)).Limit(Door.Turn);
        tabs.MapMethods("/consultations/{number}/files/{id}", Reading, (HttpContext http, string number, string id, TabConsultations own, Uploads uploads) => own.DownloadAsync(http, number, id, uploads)).Limit(Door.Turn);
        tabs.MapPost("/consultations/{number}/write", (HttpContext http, string number, TabConsultations own) => own.WriteAsync(http, number)).Limit(Door.Turn);
    }
}
