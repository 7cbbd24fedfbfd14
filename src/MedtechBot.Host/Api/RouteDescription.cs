namespace MedtechBot.Host.Api;

/// <summary>What a route reads as its body.</summary>
/// <param name="Example">Also shown to whoever sends something else.</param>
internal sealed record BodyShape(Type Type, string Example);

/// <summary>What the description of the API says of a route, said where the route is mapped.</summary>
internal static class RouteDescription
{
    /// <param name="name">What programs generated from the description call it.</param>
    /// <param name="problems">Statuses beside those that every route has.</param>
    public static RouteHandlerBuilder Describe<T>(this RouteHandlerBuilder route, string name, string summary, string description, params int[] problems) =>
        route.DescribeAs<T>(StatusCodes.Status200OK, name, summary, description, problems);

    /// <summary>Describes a route that gives the bytes of a file.</summary>
    public static RouteHandlerBuilder DescribeFile(this RouteHandlerBuilder route, string name, string summary, string description) =>
        route.Describe(name, summary, description, [404]).Produces<Stream>(StatusCodes.Status200OK, "application/octet-stream");

    /// <summary>Describes a change, which answers with the ticket.</summary>
    /// <param name="made">It makes something that has an address.</param>
    public static RouteHandlerBuilder Changes(this RouteHandlerBuilder route, string name, string summary, string description, bool made = false) =>
        route.DescribeAs<TicketJson>(made ? StatusCodes.Status201Created : StatusCodes.Status200OK, name, summary, description, [400, 404, 409, 413, 422]);

    /// <summary>
    /// Names the body. Not by the framework's own Accepts, which would answer a wrong type before anybody has asked for the key.
    /// </summary>
    public static RouteHandlerBuilder Takes<T>(this RouteHandlerBuilder route, string example) =>
        route.WithMetadata(new BodyShape(typeof(T), example)).Produces<ApiProblem>(StatusCodes.Status415UnsupportedMediaType, ApiProblem.ContentType);

    private static RouteHandlerBuilder DescribeAs<T>(this RouteHandlerBuilder route, int success, string name, string summary, string description, int[] problems) =>
        route.Describe(name, summary, description, problems).Produces<T>(success);

    private static RouteHandlerBuilder Describe(this RouteHandlerBuilder route, string name, string summary, string description, int[] problems)
    {
        route.WithName(name).WithSummary(summary).WithDescription(description).WithTags("tickets");
        foreach (var status in problems.Concat([401, 403, 429, 500]).Order())
        {
            route.Produces<ApiProblem>(status, ApiProblem.ContentType);
        }
        return route;
    }
}
