using MedtechBot.Host.Desk;
using MedtechBot.Host.Pages;
using MedtechBot.People;

namespace MedtechBot.Host.People;

/// <summary>What somebody must be to use a route: declared on the route or its group, the innermost counts. The one place that says who may do what.</summary>
/// <param name="Role">Null for what is open to everybody, like the sign-in itself.</param>
public sealed record RequiredRole(Role? Role);

public static class RequiredRoles
{
    /// <summary>The routes are for people of this role and above.</summary>
    public static TBuilder RequireRole<TBuilder>(this TBuilder routes, Role role)
        where TBuilder : IEndpointConventionBuilder => routes.WithMetadata(new RequiredRole(role));

    /// <summary>The routes are for those who are not signed in, too.</summary>
    public static TBuilder OpenToAll<TBuilder>(this TBuilder routes)
        where TBuilder : IEndpointConventionBuilder => routes.WithMetadata(new RequiredRole(null));

    /// <summary>Whether the person may use the route of this request. Where nothing was declared only an administrator may.</summary>
    public static bool Allows(HttpContext http, Person person) =>
        (http.GetEndpoint()?.Metadata.GetMetadata<RequiredRole>() ?? new RequiredRole(Role.Admin)).Role is not { } needed || person.May(needed);
}
