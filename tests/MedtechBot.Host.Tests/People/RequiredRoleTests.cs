using MedtechBot.Host.People;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace MedtechBot.Host.Tests.People;

/// <summary>What routes of the desk declare; who gets what there is in the table of <c>Access</c>.</summary>
public sealed class RequiredRoleTests(ProductHost host) : IClassFixture<ProductHost>
{
    /// <summary>The routes that are there for people who are not signed in.</summary>
    private static readonly string[] Open = ["/desk/sign-in", "/desk/invitation/"];

    [Fact]
    public void Every_route_of_the_desk_says_whom_it_is_for()
    {
        var routes = Routes().ToList();

        Assert.NotEmpty(routes);
        Assert.Empty(routes.Where(r => r.Needed is null).Select(r => r.ToString()));
        Assert.Empty(routes.Where(r => r.Needed!.Role is null && !Open.Any(o => r.Path.StartsWith(o, StringComparison.Ordinal))).Select(r => r.ToString()));
    }

    private IEnumerable<Route> Routes() =>
        from endpoint in host.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        let pattern = "/" + endpoint.RoutePattern.RawText!.Trim('/')
        where pattern == "/desk" || pattern.StartsWith("/desk/", StringComparison.Ordinal)
        from method in endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? ["GET", "POST"]
        select new Route(method, pattern, endpoint.Metadata.GetMetadata<RequiredRole>());

    private sealed record Route(string Method, string Path, RequiredRole? Needed);
}
