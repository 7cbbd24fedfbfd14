using MedtechBot.Host.Attachments;
using MedtechBot.Host.Pages;
using MedtechBot.Host.People;
using MedtechBot.People;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.Features;

namespace MedtechBot.Host.Desk;

/// <summary>What stands before every page of the desk, outermost first.</summary>
internal static class DeskGuard
{
    public const string Scheme = "Desk";
    public const string Root = "/desk";

    private const long LargestForm = 256 * 1024;

    private const string ContentSecurityPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /// <summary>The desk's pages are kept nowhere, found by no search engine and name themselves to no other site.</summary>
    public static ValueTask<object?> ProtectAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        var headers = http.Response.Headers;
        headers.ContentSecurityPolicy = ContentSecurityPolicy;
        headers["Referrer-Policy"] = "same-origin";
        headers["X-Robots-Tag"] = "noindex, nofollow";
        // Last, since issuing form tokens and cookies sets it as well.
        http.Response.OnStarting(() =>
        {
            headers.CacheControl = "no-store";
            return Task.CompletedTask;
        });
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } body)
        {
            body.MaxRequestBodySize = FileForms.LargestBody(http, LargestForm);
        }
        return next(context);
    }

    /// <summary>
    /// Without sign-in every address of the desk answers alike, whether there is something behind it or not; with it, each route asks for
    /// the role it was declared with (<see cref="RequiredRoles"/>).
    /// </summary>
    public static async ValueTask<object?> RequireSignInAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        if (await SignedIn.ReadAsync(http) is not { } person)
        {
            return SignInNeeded();
        }
        SignedIn.Set(http, person);
        if (!RequiredRoles.Allows(http, person))
        {
            await TicketAudit.NoteRefusalAsync(http, person);
            return PageResult.Show<NotAllowedPage>(StatusCodes.Status403Forbidden, (nameof(NotAllowedPage.Visitor), Visitor(http)));
        }
        return await next(context);
    }

    /// <summary>Whatever changes something comes from a form of the desk itself.</summary>
    public static async ValueTask<object?> RequireOwnFormAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        return HttpMethods.IsPost(http.Request.Method) && !await IsOwnFormAsync(http)
            ? ErrorPages.Show(http, StatusCodes.Status400BadRequest)
            : await next(context);
    }

    /// <summary>The page for those who are not signed in.</summary>
    public static IResult SignInNeeded(string? message = null) =>
        PageResult.Show<SignInNeededPage>(StatusCodes.Status401Unauthorized, (nameof(SignInNeededPage.Message), message));

    /// <summary>Who is signed in, and the token their forms carry. Call before the response starts.</summary>
    public static DeskVisitor Visitor(HttpContext http) => new(SignedIn.Of(http), FormToken(http));

    /// <summary>What a form of the desk carries to be known as one. Call before the response starts.</summary>
    public static string FormToken(HttpContext http) =>
        http.RequestServices.GetRequiredService<IAntiforgery>().GetAndStoreTokens(http).RequestToken!;

    private static async Task<bool> IsOwnFormAsync(HttpContext http)
    {
        if (!http.Request.HasFormContentType)
        {
            return false;
        }
        try
        {
            await http.Request.ReadFormAsync(http.RequestAborted);
        }
        catch (InvalidDataException)
        {
            return false;
        }
        return await http.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(http);
    }
}

/// <summary>Who looks at a page of the desk.</summary>
/// <param name="Token">For the forms of the page.</param>
public sealed record DeskVisitor(Person Person, string Token)
{
    public string Name => Person.Name;
}
