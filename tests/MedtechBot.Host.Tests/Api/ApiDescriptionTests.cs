using System.Net;
using System.Text.Json.Nodes;
using MedtechBot.Consultations;
using MedtechBot.Host.Tests.Desk;
using MedtechBot.People;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace MedtechBot.Host.Tests.Api;

public sealed class ApiDescriptionTests(ProductHost host) : IClassFixture<ProductHost>
{
    [Fact]
    public async Task Every_route_is_described_with_its_answers_examples_and_security()
    {
        var description = await ReadAsync();
        var mapped = host.Services.GetRequiredService<IEnumerable<EndpointDataSource>>().SelectMany(s => s.Endpoints).OfType<RouteEndpoint>()
            .Where(e => e.RoutePattern.RawText!.StartsWith("/api/tickets", StringComparison.Ordinal))
            .Select(e => (Path: e.RoutePattern.RawText!.TrimEnd('/'), Method: e.Metadata.GetMetadata<IHttpMethodMetadata>()!.HttpMethods.Single().ToLowerInvariant())).ToList();

        Assert.Equal(13, mapped.Count);
        Assert.Equal(mapped.Count, description["paths"]!.AsObject().Sum(p => p.Value!.AsObject().Count(o => o.Key is "get" or "post")));
        Assert.Equal("bearer", (string?)description["components"]!["securitySchemes"]!["key"]!["scheme"]);
        Assert.NotNull(description["security"]![0]!["key"]);
        foreach (var (path, method) in mapped)
        {
            var operation = description["paths"]![path]![method]!;
            var statuses = operation["responses"]!.AsObject().Select(r => r.Key).ToList();
            var success = path.EndsWith("/replies", StringComparison.Ordinal) || path.EndsWith("/notes", StringComparison.Ordinal) ? "201" : "200";
            string[] needed = [success, "401", "403", "429", "500",
                .. path.Contains("{number}", StringComparison.Ordinal) ? ["404"] : new[] { "400" },
                .. method == "post" ? ["400", "409", "413", "422"] : Array.Empty<string>(),
                .. operation["requestBody"] is null ? [] : new[] { "415" }];
            Assert.Equal(needed.Distinct().Order(), statuses.Order());
            Assert.All(operation["responses"]!.AsObject(), r =>
            {
                var content = Assert.Single(r.Value!["content"]!.AsObject());
                var isFile = r.Key == "200" && path.EndsWith("/files/{id}", StringComparison.Ordinal);
                Assert.Equal(isFile ? "application/octet-stream" : r.Key[0] == '2' ? "application/json" : "application/problem+json", content.Key);
                Assert.NotNull(content.Value!["schema"]);
                Assert.True(isFile || content.Value["example"] is not null);
                Assert.NotEmpty((string)r.Value["description"]!);
            });
            Assert.NotNull(operation["operationId"]);
            var parameters = operation["parameters"]!.AsArray().Select(p => (string?)p!["name"]).ToList();
            Assert.Equal(path.Contains("{number}", StringComparison.Ordinal), parameters.Contains("number"));
            Assert.Equal(method == "post", parameters.Contains("Idempotency-Key"));
        }
    }

    [Fact]
    public async Task Bodies_can_be_sent_as_the_examples_show_them_and_name_the_words_they_take()
    {
        var description = await ReadAsync();
        using var program = await ApiClient.WithKeyAsync(host, Role.Coordinator);
        foreach (var route in new[] { "notes", "ask-back", "refer", "close" })
        {
            var (number, _) = await DeskClient.OpenTicketAsync(host);
            await program.PostAsync($"/api/tickets/{number}/take");
            if (route == "close")
            {
                Assert.Equal("no-reply-yet", (await program.PostAsync($"/api/tickets/{number}/close", """{"outcome":"answered"}""")).Problem);
                await program.PostAsync($"/api/tickets/{number}/replies", """{"text":"回答です"}""");
            }
            var body = description["paths"]!["/api/tickets/{number}/" + route]!["post"]!["requestBody"]!["content"]!["application/json"]!;
            Assert.True((int)(await program.PostAsync($"/api/tickets/{number}/{route}", body["example"]!.ToJsonString())).Status is 200 or 201);
        }
        var text = description.ToJsonString();
        Assert.All(TicketOutcomes.OfCoordinators, o => Assert.Contains($"\"{o.Code()}\"", text, StringComparison.Ordinal));
        Assert.All(Enum.GetValues<TicketStatus>(), s => Assert.Contains($"\"{s.Code()}\"", text, StringComparison.Ordinal));
        Assert.All(TicketEventTypes.All, t => Assert.Contains($"\"{t}\"", text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task It_names_the_topics_that_the_desk_has()
    {
        var operation = (await ReadAsync())["paths"]!["/api/tickets"]!["get"]!;
        var topic = operation["parameters"]!.AsArray().Single(p => (string?)p!["name"] == "topic")!;
        Assert.Contains("other (Other)", (string?)topic["description"], StringComparison.Ordinal);
        using var program = await ApiClient.WithKeyAsync(host, Role.Coordinator);
        var (number, _) = await DeskClient.OpenTicketAsync(host);
        foreach (var said in topic["schema"]!["examples"]!.AsArray().Select(e => (string)e!).Append("その他"))
        {
            Assert.Contains(number, (await program.GetAsync($"/api/tickets?view=all&topic={Uri.EscapeDataString(said)}")).Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task It_names_no_host_and_no_path_of_this_machine_and_every_reference_leads_somewhere()
    {
        var description = await ReadAsync();
        var text = description.ToJsonString();
        Assert.Null(description["servers"]);
        Assert.All([host.Address.Authority, "localhost", "127.0.0.1", host.Folder, AppContext.BaseDirectory], t => Assert.DoesNotContain(t, text, StringComparison.OrdinalIgnoreCase));
        foreach (var reference in References(description))
        {
            Assert.NotNull(reference.TrimStart('#', '/').Split('/').Aggregate((JsonNode?)description, (node, part) => node?[part]));
        }
    }

    private static IEnumerable<string> References(JsonNode? node) => node switch
    {
        JsonObject o => o.SelectMany(m => m is { Key: "$ref", Value: JsonValue v } ? [(string)v!] : References(m.Value)),
        JsonArray a => a.SelectMany(References),
        _ => [],
    };

    private async Task<JsonNode> ReadAsync()
    {
        using var anybody = ApiClient.Without(host);
        var reply = await anybody.GetAsync("/api/openapi.json");
        Assert.Equal((HttpStatusCode.OK, "application/json"), (reply.Status, reply.Type));
        return reply.Json;
    }
}
