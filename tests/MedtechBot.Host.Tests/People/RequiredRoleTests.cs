using System.Net;
using MedtechBot.Host.People;
using MedtechBot.Host.Tests.Desk;
using MedtechBot.People;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace MedtechBot.Host.Tests.People;

/// <summary>Every route of the desk, as it is mapped, asked for by everybody.</summary>
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

    [Fact]
    public async Task Nobody_gets_beyond_their_role_on_any_route()
    {
        Dictionary<string, (Role? Role, DeskClient Client)> people = new()
        {
            ["nobody"] = (null, new DeskClient(host)),
            ["expert"] = (Role.Expert, await DeskClient.SignedInAsync(host, "専門家", Role.Expert)),
            ["coordinator"] = (Role.Coordinator, await DeskClient.SignedInAsync(host, "調整役", Role.Coordinator)),
            ["admin"] = (Role.Admin, await DeskClient.SignedInAsync(host, "管理者", Role.Admin)),
        };
        foreach (var route in Routes().Where(r => r.Needed?.Role is not null && !r.Path.EndsWith("/sign-out", StringComparison.Ordinal)))
        {
            foreach (var (who, (role, client)) in people)
            {
                // Without the form's token, so that whoever gets past the guard still changes nothing.
                var answer = route.Method == "GET" ? await client.GetAsync(route.Path) : await client.PostAsync(route.Path, []);

                var expected = role is null ? HttpStatusCode.Unauthorized : role < route.Needed!.Role ? HttpStatusCode.Forbidden : (HttpStatusCode?)null;
                Assert.True(
                    expected is null ? answer.Status is not (HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden) && (int)answer.Status < 500 : answer.Status == expected,
                    $"{who} at {route}: {answer.Status}");
            }
        }
        foreach (var (_, client) in people.Values)
        {
            client.Dispose();
        }
    }

    /// <summary>What each address is for, beside what the code declares: opening one to more people takes a change here.</summary>
    [Theory]
    [InlineData("GET", "/desk", Role.Expert)]
    [InlineData("POST", "/desk/sign-out", Role.Expert)]
    [InlineData("GET", "/desk/tickets/C-2000-0001", Role.Expert)]
    [InlineData("GET", "/desk/tickets.csv", Role.Expert)]
    [InlineData("GET", "/desk/search", Role.Expert)]
    [InlineData("GET", "/desk/events", Role.Expert)]
    [InlineData("POST", "/desk/tickets/C-2000-0001/note", Role.Expert)]
    [InlineData("POST", "/desk/tickets/C-2000-0001/reply", Role.Expert)]
    [InlineData("POST", "/desk/tickets/C-2000-0001/take", Role.Coordinator)]
    [InlineData("POST", "/desk/tickets/C-2000-0001/assign", Role.Coordinator)]
    [InlineData("POST", "/desk/tickets/C-2000-0001/share", Role.Coordinator)]
    [InlineData("POST", "/desk/tickets/C-2000-0001/resend", Role.Coordinator)]
    [InlineData("POST", "/desk/tickets/C-2000-0001/unshare", Role.Coordinator)]
    [InlineData("POST", "/desk/tickets/C-2000-0001/confidential", Role.Coordinator)]
    [InlineData("POST", "/desk/tickets/C-2000-0001/email", Role.Coordinator)]
    [InlineData("POST", "/desk/tickets/C-2000-0001/links", Role.Coordinator)]
    [InlineData("POST", "/desk/tickets/C-2000-0001/refer", Role.Coordinator)]
    [InlineData("POST", "/desk/tickets/C-2000-0001/close", Role.Coordinator)]
    [InlineData("POST", "/desk/tickets/C-2000-0001/reopen", Role.Coordinator)]
    [InlineData("GET", "/desk/account", Role.Expert)]
    [InlineData("POST", "/desk/account/password", Role.Expert)]
    [InlineData("POST", "/desk/account/mail", Role.Expert)]
    [InlineData("POST", "/desk/account/sign-out-everywhere", Role.Expert)]
    [InlineData("GET", "/desk/people", Role.Admin)]
    [InlineData("POST", "/desk/people/invite", Role.Admin)]
    [InlineData("POST", "/desk/people/invitations/{id}/revoke", Role.Admin)]
    [InlineData("POST", "/desk/people/keys/revoke", Role.Admin)]
    [InlineData("GET", "/desk/people/{id}", Role.Admin)]
    [InlineData("POST", "/desk/people/{id}", Role.Admin)]
    [InlineData("POST", "/desk/people/{id}/disable", Role.Admin)]
    [InlineData("POST", "/desk/people/{id}/enable", Role.Admin)]
    [InlineData("POST", "/desk/people/{id}/link", Role.Admin)]
    [InlineData("GET", "/desk/audit", Role.Admin)]
    [InlineData("GET", "/desk/audit.csv", Role.Admin)]
    public void An_address_is_for_the_role_it_was_meant_for(string method, string path, Role role) =>
        Assert.Equal(role, Assert.Single(Routes(), r => r.Method == method && r.Path == path).Needed?.Role);

    private IEnumerable<Route> Routes() =>
        from endpoint in host.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        let pattern = "/" + endpoint.RoutePattern.RawText!.Trim('/')
        where pattern == "/desk" || pattern.StartsWith("/desk/", StringComparison.Ordinal)
        from method in endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? ["GET", "POST"]
        select new Route(method, pattern.Replace("{number}", "C-2000-0001", StringComparison.Ordinal).Replace("{**rest}", "elsewhere", StringComparison.Ordinal), endpoint.Metadata.GetMetadata<RequiredRole>());

    private sealed record Route(string Method, string Path, RequiredRole? Needed);
}
