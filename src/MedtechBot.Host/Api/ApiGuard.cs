using System.Net.Http.Headers;
using MedtechBot.Host.People;
using MedtechBot.Host.RequestLimits;
using MedtechBot.People;
using Microsoft.AspNetCore.Http.Features;

namespace MedtechBot.Host.Api;

/// <summary>What stands before every address of the API that shows or changes something.</summary>
internal static class ApiGuard
{
    /// <summary>Only a key in the header lets in; cookies, which browsers send by themselves, are not looked at.</summary>
    public static async ValueTask<object?> RequireKeyAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        http.Response.Headers.CacheControl = "no-store";
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
        {
            size.MaxRequestBodySize = ApiBody.MostRead;
        }
        var bearer = Bearer(http);
        // Found by its hash: nothing is compared that would take longer the nearer a guess comes.
        var person = await http.RequestServices.GetRequiredService<ApiKeys>().FindAsync(bearer, http.RequestAborted);
        if (person is not null)
        {
            SignedIn.Set(http, person);
        }
        if (http.RequestServices.GetRequiredService<VisitLimits>().Refuse(http, Door.Api) is { } tooMany)
        {
            return tooMany;
        }
        if (person is null)
        {
            http.Response.Headers.WWWAuthenticate = bearer is null ? "Bearer realm=\"MedtechBot\"" : "Bearer realm=\"MedtechBot\", error=\"invalid_token\"";
            return ApiProblem.Answer(401, "unauthorized", "A key is needed", "Send a key that is in use: Authorization: Bearer <key>. An administrator makes one with: desk key add.");
        }
        if (!RequiredRoles.Allows(http, person))
        {
            await TicketAudit.NoteRefusalAsync(http, person);
            return ApiProblem.Answer(403, "forbidden", "The key's role does not suffice", $"This key has the role {person.Role.Code()}.");
        }
        return await next(context);
    }

    private static string? Bearer(HttpContext http) =>
        http.Request.Headers.Authorization is [{ } header] && AuthenticationHeaderValue.TryParse(header, out var value)
        && value.Scheme.Equals("Bearer", StringComparison.OrdinalIgnoreCase) ? value.Parameter : null;
}
