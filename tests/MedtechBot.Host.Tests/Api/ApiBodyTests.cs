using System.Net;
using System.Text;
using System.Text.Json;
using MedtechBot.Host.Tests.Desk;
using MedtechBot.People;

namespace MedtechBot.Host.Tests.Api;

/// <summary>What programs send wrongly: always a clear 4xx, and nothing done.</summary>
public sealed class ApiBodyTests(ProductHost host) : IClassFixture<ProductHost>
{
    public static TheoryData<string, string> Bodies => new()
    {
        { "/replies", "" },
        { "/replies", "null" },
        { "/replies", "[]" },
        { "/replies", "{" },
        { "/replies", "{}" },
        { "/replies", """{"text":null}""" },
        { "/replies", """{"text":"  \n "}""" },
        { "/replies", """{"text":1}""" },
        { "/replies", """{"text":{"text":"x"}}""" },
        { "/replies", """{"text":"a","text":"b"}""" },
        { "/replies", """{"text":"a","Text":"b"}""" },
        { "/replies", """{"text":"\ud800"}""" },
        { "/replies", """{"text":"x","sources":"y"}""" },
        { "/replies", """{"text":"x","sources":[null]}""" },
        { "/replies", """{"text":"x","sources":[{"passageId":"test-support#fee"}]}""" },
        { "/replies", $$"""{"text":"x","sources":[{{string.Join(',', Enumerable.Repeat("{}", 21))}}]}""" },
        { "/replies", $$"""{"text":"{{new string('長', 10_001)}}"}""" },
        { "/notes", new string('[', 5_000) },
        { "/notes", "{\"a\":" + new string('[', 200) + new string(']', 200) + ",\"text\":\"x\"}" },
        { "/ask-back", """{"TEXT":""}""" },
        { "/refer", """{"to":"大阪"}""" },
        { "/refer", """{"reason":"試作"}""" },
        { "/refer", $$"""{"to":"{{new string('a', 201)}}","reason":"r"}""" },
        { "/assign", """{"to":["佐藤"]}""" },
        { "/close", "{}" },
        { "/close", """{"outcome":"done"}""" },
        { "/close", """{"outcome":"withdrawn"}""" },
        { "/close", """{"outcome":0}""" },
    };

    [Theory]
    [MemberData(nameof(Bodies))]
    public async Task A_body_that_cannot_be_used_is_refused_and_nothing_happens(string route, string body)
    {
        var (program, ticket) = await TakenAsync();
        using var _ = program;

        var before = (int)(await program.GetAsync(ticket)).Json["version"]!;

        var refused = await program.PostAsync(ticket + route, body);

        Assert.Equal((HttpStatusCode.BadRequest, "bad-request"), (refused.Status, refused.Problem));
        Assert.DoesNotContain(" at MedtechBot", refused.Text, StringComparison.Ordinal);
        Assert.Equal(before, (int)(await program.GetAsync(ticket)).Json["version"]!);
    }

    [Fact]
    public async Task Who_closes_without_an_outcome_is_told_which_there_are()
    {
        var (program, ticket) = await TakenAsync();
        using var _ = program;
        var detail = (string?)(await program.PostAsync(ticket + "/close", "{}")).Json["detail"];
        Assert.Contains("answered, introduced, referred, out-of-scope, no-reply, duplicate", detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_too_large_or_no_JSON_is_refused_as_such()
    {
        var (program, ticket) = await TakenAsync();
        using var _ = program;
        var huge = JsonSerializer.Serialize(new { text = new string('x', 300 * 1024) });
        Assert.Equal((HttpStatusCode.RequestEntityTooLarge, "too-large"), await Short(program.PostAsync(ticket + "/notes", huge)));
        Assert.Equal((HttpStatusCode.RequestEntityTooLarge, "too-large"), await Short(program.PostAsync(ticket + "/notes", huge, "huge")));
        foreach (var type in new[] { "text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x" })
        {
            Assert.Equal((HttpStatusCode.UnsupportedMediaType, "unsupported-media-type"), await Short(program.SendAsync(HttpMethod.Post, ticket + "/notes", """{"text":"x"}""", null, type)));
        }
    }

    [Theory]
    [InlineData("nowhere#nothing", "x", "unknown-passage")]
    [InlineData("", "x", "bad-request")]
    [InlineData("test-support#fee", "この引用は資料にない", "quote-not-found")]
    public async Task A_source_that_is_not_there_is_no_source(string passage, string quote, string problem)
    {
        var (program, ticket) = await TakenAsync();
        using var _ = program;
        var body = JsonSerializer.Serialize(new { text = "回答", sources = new[] { new { passageId = passage, quote } } });
        Assert.Equal(problem, (await program.PostAsync(ticket + "/replies", body)).Problem);
    }

    [Fact]
    public async Task What_cannot_be_seen_is_taken_out_of_texts_and_marks_stay_marks()
    {
        var (program, ticket) = await TakenAsync();
        using var _ = program;
        var written = await program.PostAsync(ticket + "/notes", """{"text":"a\u0000b\u202e<script>\r\n*c*","more":{"ignored":[1]}}""");
        Assert.Equal("ab<script>\n*c*", (string?)Assert.Single(written.Thread("note"))["text"]);
    }

    private async Task<(ApiClient Program, string Ticket)> TakenAsync()
    {
        var (number, _) = await DeskClient.OpenTicketAsync(host);
        var program = await ApiClient.WithKeyAsync(host, Role.Coordinator);
        Assert.Equal(HttpStatusCode.OK, (await program.PostAsync($"/api/tickets/{number}/take")).Status);
        return (program, "/api/tickets/" + number);
    }

    private static async Task<(HttpStatusCode, string?)> Short(Task<ApiReply> reply) => ((await reply).Status, (await reply).Problem);
}
