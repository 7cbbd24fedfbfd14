using Microsoft.AspNetCore.Http.Features;

namespace MedtechBot.Host.Telemetry;

/// <summary>Notes on the web server's spans which route was taken: the template, never the path itself.</summary>
internal sealed class RoutesOfSpans : IStartupFilter
{
    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use(async (http, go) =>
        {
            try
            {
                await go(http);
            }
            finally
            {
                http.Features.Get<IHttpActivityFeature>()?.Activity.SetTag("http.route", (http.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText);
            }
        });
        next(app);
    };
}
