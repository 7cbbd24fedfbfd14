using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using MedtechBot.Channels;
using MedtechBot.Consultations.Intake;
using MedtechBot.Host.RequestLimits;
using MedtechBot.Host.Storage;
using MedtechBot.Host.Tests.DirectLine;
using MedtechBot.People;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace MedtechBot.Host.Tests.RequestLimits;

/// <summary>Behind a proxy of its own, so that a test can come from any address.</summary>
public sealed class RequestLimitsTests(RequestLimitsTests.StrictHost host) : IClassFixture<RequestLimitsTests.StrictHost>
{
    [Fact]
    public async Task A_person_who_asks_too_often_is_told_politely_in_their_language_when_to_come_back()
    {
        using var person = From("192.0.2.1");
        Assert.Equal(HttpStatusCode.SeeOther, (await AskAsync(person)).StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, (await AskAsync(person)).StatusCode);

        var refused = await AskAsync(person);
        var english = await person.PostAsync("/ask?lang=en", Form(("q", SmallKnowledge.Question)));

        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.InRange(refused.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 60);
        Assert.Contains("少し時間をおいてください", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains("Please wait a moment", await english.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await person.GetAsync("/ask")).StatusCode);
    }

    [Fact]
    public async Task Others_are_not_held_up_and_neighbours_in_one_IPv6_network_count_together()
    {
        foreach (var address in new[] { "2001:db8:0:7::1", "2001:db8:0:7::2" })
        {
            using var person = From(address);
            Assert.Equal(HttpStatusCode.SeeOther, (await AskAsync(person)).StatusCode);
        }
        using var neighbour = From("2001:db8:0:7:ffff::3");
        using var other = From("2001:db8:0:8::1");
        Assert.Equal(HttpStatusCode.TooManyRequests, (await AskAsync(neighbour)).StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, (await AskAsync(other)).StatusCode);
    }

    [Fact]
    public async Task A_program_is_refused_in_the_shape_it_reads_and_the_chat_in_the_language_of_its_browser()
    {
        using var person = From("192.0.2.3");
        person.DefaultRequestHeaders.AcceptLanguage.ParseAdd("ja-JP,ja;q=0.9");
        Assert.Equal(HttpStatusCode.OK, (await person.PostAsync("/chat/session", null)).StatusCode);

        var refused = await person.PostAsync("/chat/session?new=true", null);

        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.NotNull(refused.Headers.RetryAfter);
        var error = JsonNode.Parse(await refused.Content.ReadAsStringAsync())!["error"]!;
        Assert.Equal("TooManyRequests", (string?)error["code"]);
        Assert.Contains("短い間に多くの操作がありました", (string?)error["message"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Forms_are_counted_together_whether_they_come_from_the_chat_or_the_page()
    {
        using var asker = await DirectLineClient.StartAsync(host, "192.0.2.4");
        Assert.Equal(HttpStatusCode.OK, (await asker.PostAsync(Submission())).StatusCode);
        using var page = From("192.0.2.4");

        var fromPage = await page.PostAsync("/ask/consult", Form(("step", "send"), ("submission", RandomId.Next()), ("summary", "相談"), ("chatOnly", "true")));
        var fromChat = await asker.PostAsync(Submission());

        Assert.Equal(HttpStatusCode.TooManyRequests, fromPage.StatusCode);
        Assert.Equal(HttpStatusCode.TooManyRequests, fromChat.StatusCode);
    }

    [Fact]
    public async Task Without_a_trusted_proxy_an_address_that_a_visitor_claims_is_not_believed()
    {
        var own = new UnproxiedHost();
        try
        {
            using var honest = own.NewClient();
            using var pretender = own.NewClient();
            pretender.DefaultRequestHeaders.Add("X-Forwarded-For", "192.0.2.9");
            Assert.Equal(HttpStatusCode.OK, (await honest.PostAsync("/chat/session", null)).StatusCode);
            Assert.Equal(HttpStatusCode.TooManyRequests, (await pretender.PostAsync("/chat/session", null)).StatusCode);
        }
        finally
        {
            await own.DisposeAsync();
        }
    }

    [Fact]
    public async Task Files_of_a_day_are_counted_by_conversation_and_by_address_and_words_still_get_through()
    {
        using var first = await DirectLineClient.StartAsync(host, "192.0.2.5");
        Assert.Equal(HttpStatusCode.OK, (await UploadTests.SendAsync(first, Text(600))).StatusCode);
        var refused = await UploadTests.SendAsync(first, Text(600));
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.NotNull(refused.Headers.RetryAfter);
        Assert.Contains("TooManyRequests", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await UploadTests.SendAsync(first, Text(300))).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await first.PostAsync("""{"type":"message","text":"あ"}""")).StatusCode);

        using var elsewhere = await DirectLineClient.StartAsync(host, "192.0.2.6");
        Assert.Equal(HttpStatusCode.OK, (await UploadTests.SendAsync(elsewhere, Text(1_000))).StatusCode);
    }

    [Fact]
    public async Task One_address_fills_no_more_with_many_conversations_and_no_file_takes_the_last_of_the_disk()
    {
        var paths = host.Services.GetRequiredService<HostPaths>();
        using var quota = new UploadQuota(Options.Create(new LimitOptions { UploadMegabytesPerDay = 3, UploadMegabytesPerConversation = 2 }), paths);
        var http = new DefaultHttpContext { Connection = { RemoteIpAddress = IPAddress.Parse("192.0.2.7") } };
        http.Request.Path = "/v3/directline/conversations/c/upload";
        Assert.True(quota.Admits(http, "c1", 2_000_000));
        Assert.False(quota.Admits(http, "c2", 2_000_000));
        Assert.True(quota.Admits(http, "c3", 1_000_000));
        Assert.False(quota.Admits(http, "c4", long.MaxValue));
        Assert.NotEmpty(http.Response.Headers.RetryAfter.ToString());

        // At the same address and about the same conversation: whoever answers is not kept from it.
        http.Features.Set(new Person("p1", "佐藤", Role.Coordinator));
        Assert.True(quota.Admits(http, "c1", 2_000_000));
        Assert.False(quota.Admits(http, "c1", 2_000_000));
        Assert.True(quota.HasRoom);

        var full = new FullHost();
        try
        {
            using var asker = await DirectLineClient.StartAsync(full);
            Assert.Equal(HttpStatusCode.ServiceUnavailable, (await UploadTests.SendAsync(asker, Text(1))).StatusCode);
            Assert.Equal(HttpStatusCode.OK, (await asker.PostAsync("""{"type":"message","text":"あ"}""")).StatusCode);
        }
        finally
        {
            await full.DisposeAsync();
        }
    }

    private static (string, string, byte[]) Text(int kilobytes) => ("a.txt", "text/plain", Encoding.UTF8.GetBytes(new string('a', kilobytes * 1024)));

    private static string Submission() => new JsonObject
    {
        ["type"] = "message",
        ["value"] = new JsonObject { ["verb"] = IntakeCards.Verb, ["submissionId"] = RandomId.Next(), ["summary"] = "相談", ["chatOnly"] = "true" },
    }.ToJsonString();

    private HttpClient From(string address)
    {
        var client = host.NewClient();
        client.DefaultRequestHeaders.Add("X-Forwarded-For", address);
        return client;
    }

    private static Task<HttpResponseMessage> AskAsync(HttpClient person) => person.PostAsync("/ask", Form(("q", SmallKnowledge.Question)));

    private static FormUrlEncodedContent Form(params (string Name, string Value)[] fields) =>
        new(fields.Select(f => KeyValuePair.Create(f.Name, f.Value)));

    public sealed class StrictHost : ProductHost
    {
        protected override IReadOnlyDictionary<string, string> Settings => new Dictionary<string, string>
        {
            ["MedtechBot:TrustedProxies"] = "127.0.0.0/8, ::1",
            ["MedtechBot:DirectLine:TokensPerMinute"] = "1",
            ["MedtechBot:Limits:TurnsPerMinute"] = "2",
            ["MedtechBot:Limits:UploadMegabytesPerConversation"] = "1",
            ["MedtechBot:Limits:TicketsPerHour"] = "1",
        };
    }

    private sealed class FullHost : ProductHost
    {
        protected override IReadOnlyDictionary<string, string> Settings => new Dictionary<string, string> { ["MedtechBot:Limits:FreeMegabytesKept"] = "1000000000" };
    }

    private sealed class UnproxiedHost : ProductHost
    {
        protected override IReadOnlyDictionary<string, string> Settings => new Dictionary<string, string> { ["MedtechBot:DirectLine:TokensPerMinute"] = "1" };
    }
}
