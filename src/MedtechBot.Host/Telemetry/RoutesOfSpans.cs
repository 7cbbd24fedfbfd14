using Microsoft.AspNetCore.Http.Features;

namespace MedtechBot.Host.Telemetry;

/// <summary>Notes on the web server's spans what kind of request it was: the route's template, never the path itself.</summary>
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
                http.Features.Get<IHttpActivityFeature>()?.Activity
                    .SetTag("http.request.method", http.Request.Method)
                    .SetTag("http.route", (http.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText)
                    .SetTag("http.response.status_code", http.Response.StatusCode);
            }
        });
        next(app);
    };
}
