using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace MedtechBot.Host.Pages;

/// <summary>Shows a Razor component as a page, rendered on the server in one go.</summary>
public static class PageResult
{
    public static IResult Show<TPage>(int status = StatusCodes.Status200OK, params (string Name, object? Value)[] parameters)
        where TPage : IComponent =>
        new RazorComponentResult<TPage>(parameters.ToDictionary(p => p.Name, p => p.Value))
        {
            StatusCode = status,
            PreventStreamingRendering = true,
        };

    /// <summary>After a change: the browser fetches what follows anew, so that reloading it repeats nothing.</summary>
    public static IResult SeeOther(HttpContext http, string address)
    {
        http.Response.Headers.Location = address;
        return Results.StatusCode(StatusCodes.Status303SeeOther);
    }
}
