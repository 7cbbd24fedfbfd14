using System.Net;
using System.Net.Http.Json;

namespace MedtechBot.Host.Tests.Teams;

/// <summary>Without a registered bot.</summary>
public sealed class ClosedDoorTests
{
    public sealed class InProduction(ProductHost host) : IClassFixture<ProductHost>
    {
        [Fact]
        public async Task Nobody_comes_in_and_everything_else_is_served()
        {
            using var client = host.NewClient();
            using var request = new HttpRequestMessage(HttpMethod.Post, "api/messages") { Content = JsonContent.Create(TeamsRequests.Message("相談先は?")) };
            request.Headers.TryAddWithoutValidation("Authorization", "Bearer a.b.c");
            using var refused = await client.SendAsync(request);

            Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
            Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(new Uri("ask", UriKind.Relative))).StatusCode);
        }
    }

    public sealed class InDevelopment(OpenHost host) : IClassFixture<OpenHost>
    {
        [Theory]
        [InlineData("https://smba.example/jp/")]
        [InlineData("http://localhost.evil.example/")]
        [InlineData("http://10.0.0.1/")]
        [InlineData("file:///etc/passwd")]
        [InlineData("localhost")]
        [InlineData("")]
        public async Task Answers_go_to_this_machine_only(string serviceUrl)
        {
            var activity = TeamsRequests.Message("相談先は?");
            activity["serviceUrl"] = serviceUrl;

            Assert.InRange(await host.StatusAsync(activity), 400, 401);
        }

        [Theory]
        [InlineData("X-Forwarded-For", "192.0.2.1")]
        [InlineData("Forwarded", "for=192.0.2.1")]
        public async Task What_was_passed_on_is_not_from_this_machine(string header, string value)
        {
            using var client = host.NewClient();
            client.DefaultRequestHeaders.Add(header, value);
            using var answer = await client.PostAsJsonAsync("api/messages", TeamsRequests.Message("相談先は?"));

            Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        }
    }
}
