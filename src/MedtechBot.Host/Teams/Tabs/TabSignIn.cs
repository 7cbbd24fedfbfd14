using System.Text.Json;
using MedtechBot.Host.Pages;

namespace MedtechBot.Host.Teams.Tabs;

/// <summary>Signing in without a question: the page fetches a token from Teams and hands it over once.</summary>
internal static class TabSignIn
{
    /// <summary>The page that does so; it comes back to where it is.</summary>
    public static IResult Show() => PageResult.Show<TabSignInPage>(StatusCodes.Status401Unauthorized);

    public static async Task<IResult> EnterAsync(HttpContext http)
    {
        // Nobody is signed in by a page of another site.
        if (http.Request.Headers["Sec-Fetch-Site"].ToString() is not ("" or "same-origin") || !http.Request.HasJsonContentType())
        {
            return ErrorPages.Show(http, StatusCodes.Status400BadRequest);
        }
        if (await http.RequestServices.GetRequiredService<TabToken>().ReadAsync(await TokenInAsync(http)) is not { } identity)
        {
            return Results.StatusCode(StatusCodes.Status401Unauthorized);
        }
        http.RequestServices.GetRequiredService<TabSession>().Begin(http, identity);
        return Results.NoContent();
    }

    private static async Task<string?> TokenInAsync(HttpContext http)
    {
        try
        {
            using var body = await JsonDocument.ParseAsync(http.Request.Body, new JsonDocumentOptions { MaxDepth = 4 }, http.RequestAborted);
            return body.RootElement.ValueKind == JsonValueKind.Object && body.RootElement.TryGetProperty("token", out var token) && token.ValueKind == JsonValueKind.String ? token.GetString() : null;
        }
        catch (Exception failure) when (failure is JsonException or InvalidOperationException)
        {
            return null;
        }
    }
}
