using MedtechBot.Consultations;
using MedtechBot.People;

namespace MedtechBot.Host.People;

/// <summary>What the audit log calls the use of a route that belongs to a ticket.</summary>
/// <param name="Action">A verb in the past tense; null for what is not noted, like a page that only keeps itself up to date.</param>
public sealed record Audited(string? Action);

/// <summary>Notes who opened and changed which ticket. One filter before all routes below <c>tickets/{number}</c>.</summary>
internal static class TicketAudit
{
    /// <summary>How the audit log calls it; without this a GET is "viewed", and anything else goes by the last part of its address.</summary>
    public static TBuilder Audited<TBuilder>(this TBuilder routes, string? action)
        where TBuilder : IEndpointConventionBuilder => routes.WithMetadata(new Audited(action));

    public static async ValueTask<object?> NoteAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var result = await next(context);
        var status = (result as IStatusCodeHttpResult)?.StatusCode ?? StatusCodes.Status200OK;
        await NoteAsync(context.HttpContext, SignedIn.Of(context.HttpContext), status < 400 ? AuditOutcome.Done : AuditOutcome.Refused);
        return result;
    }

    /// <summary>Somebody who is signed in wanted what their role does not allow.</summary>
    public static Task NoteRefusalAsync(HttpContext http, Person person) => NoteAsync(http, person, AuditOutcome.Refused);

    private static Task NoteAsync(HttpContext http, Person person, AuditOutcome outcome)
    {
        var number = TicketNumber.TryParse(http.GetRouteValue("number") as string, out var parsed) ? parsed.Value : null;
        // Noted also when the browser has gone away: it may have seen enough.
        return ActionOf(http) is { } action
            ? http.RequestServices.GetRequiredService<AuditLog>().AddAsync(new AuditEntry(person, action) { Ticket = number, Outcome = outcome }, CancellationToken.None)
            : Task.CompletedTask;
    }

    private static string? ActionOf(HttpContext http)
    {
        if (http.GetEndpoint()?.Metadata.GetMetadata<Audited>() is { } declared)
        {
            return declared.Action;
        }
        if (HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method))
        {
            return AuditActions.Viewed;
        }
        var last = (http.GetEndpoint() as RouteEndpoint)?.RoutePattern.PathSegments.LastOrDefault()?.Parts[0] as Microsoft.AspNetCore.Routing.Patterns.RoutePatternLiteralPart;
        return last?.Content is { Length: > 0 and <= AuditEntry.LongestAction } content ? content : "changed";
    }
}
