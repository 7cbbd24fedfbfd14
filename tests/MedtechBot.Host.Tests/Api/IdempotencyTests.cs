using System.Net;
using MedtechBot.Consultations;
using MedtechBot.Host.Tests.Desk;
using MedtechBot.People;
using MedtechBot.Repeats;
using MedtechBot.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace MedtechBot.Host.Tests.Api;

public sealed class IdempotencyTests(ProductHost host) : IClassFixture<ProductHost>
{
    [Fact]
    public async Task The_same_request_gets_the_same_answer_again_also_after_the_ticket_has_changed()
    {
        var (program, ticket) = await TakenAsync();
        using var _ = program;
        var first = await program.PostAsync(ticket + "/replies", """{"text":"回答"}""", "k-1");
        await program.PostAsync(ticket + "/notes", """{"text":"その後"}""");

        var again = await program.PostAsync(ticket + "/replies", """{"text":"回答"}""", "k-1");

        Assert.Equal((HttpStatusCode.Created, first.Text, first.Headers.Location), (again.Status, again.Text, again.Headers.Location));
        Assert.Single((await program.GetAsync(ticket)).Thread("reply"));
    }

    [Fact]
    public async Task A_refusal_is_the_answer_as_well_and_a_new_key_asks_anew()
    {
        var (number, _) = await DeskClient.OpenTicketAsync(host);
        using var program = await ApiClient.WithKeyAsync(host, Role.Coordinator);
        var ticket = "/api/tickets/" + number;
        Assert.Equal("not-taken", (await program.PostAsync(ticket + "/replies", """{"text":"回答"}""", "k-1")).Problem);
        await program.PostAsync(ticket + "/take", null, "k-2");
        Assert.Equal("not-taken", (await program.PostAsync(ticket + "/replies", """{"text":"回答"}""", "k-1")).Problem);
        Assert.Equal(HttpStatusCode.Created, (await program.PostAsync(ticket + "/replies", """{"text":"回答"}""", "k-3")).Status);
    }

    [Fact]
    public async Task A_key_used_for_something_else_is_refused_and_another_programs_keys_mean_nothing()
    {
        var (program, ticket) = await TakenAsync();
        using var _ = program;
        using var other = await ApiClient.WithKeyAsync(host, Role.Coordinator);
        await program.PostAsync(ticket + "/notes", """{"text":"一"}""", "k");
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "idempotency-key-reused"), await Short(program.PostAsync(ticket + "/notes", """{"text":"二"}""", "k")));
        Assert.Equal("idempotency-key-reused", (await program.PostAsync(ticket + "/ask-back", """{"text":"一"}""", "k")).Problem);
        Assert.Equal(HttpStatusCode.Created, (await other.PostAsync(ticket + "/notes", """{"text":"二"}""", "k")).Status);
        Assert.Equal(2, (await program.GetAsync(ticket)).Thread("note").Count);
    }

    [Fact]
    public async Task Who_may_not_read_the_ticket_any_more_gets_the_kept_answer_without_what_it_said()
    {
        var (number, _) = await DeskClient.OpenTicketAsync(host, "未公開の発明", new IntakeDetails { IsConfidential = true });
        using var program = await ApiClient.WithKeyAsync(host, Role.Coordinator);
        using var next = await ApiClient.WithKeyAsync(host, Role.Coordinator);
        var ticket = "/api/tickets/" + number;
        await program.PostAsync(ticket + "/take");
        var first = await program.PostAsync(ticket + "/notes", """{"text":"発明のメモ"}""", "k-1");
        await program.PostAsync(ticket + "/assign", $$"""{"to":"{{next.Name}}"}""", "k-2");

        var again = await program.PostAsync(ticket + "/notes", """{"text":"発明のメモ"}""", "k-1");

        Assert.Contains("発明", first.Text, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.Created, first.Headers.Location), (again.Status, again.Headers.Location));
        Assert.DoesNotContain("発明", again.Text, StringComparison.Ordinal);
        Assert.False((bool)again.Json["readable"]!);
        Assert.Equal(HttpStatusCode.OK, (await program.PostAsync(ticket + "/assign", $$"""{"to":"{{next.Name}}"}""", "k-2")).Status);
        Assert.Single((await next.GetAsync(ticket)).Thread("note"));
    }

    [Fact]
    public async Task Fifty_at_once_do_the_work_once_and_are_answered_alike_or_told_to_come_back()
    {
        var (program, ticket) = await TakenAsync();
        using var _ = program;
        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => program.PostAsync(ticket + "/replies", """{"text":"一度だけ"}""", "fifty")));

        Assert.All(answers.Where(a => a.Status != HttpStatusCode.Created), a =>
        {
            Assert.Equal((HttpStatusCode.Conflict, "still-running"), (a.Status, a.Problem));
            Assert.NotNull(a.Headers.RetryAfter);
        });
        var done = (await program.PostAsync(ticket + "/replies", """{"text":"一度だけ"}""", "fifty")).Text;
        Assert.All(answers.Where(a => a.Status == HttpStatusCode.Created), a => Assert.Equal(done, a.Text));
        Assert.Contains(answers, a => a.Status == HttpStatusCode.Created);
        Assert.Single((await program.GetAsync(ticket)).Thread("reply"));
    }

    [Theory]
    [InlineData("/replies", """{"text":"回答"}""", "reply")]
    [InlineData("/notes", """{"text":"メモ"}""", "note")]
    [InlineData("/ask-back", """{"text":"質問"}""", "asked-back")]
    [InlineData("/refer", """{"to":"大阪","reason":"試作"}""", "referred")]
    public async Task A_crash_between_the_change_and_the_kept_answer_does_nothing_twice(string route, string body, string type)
    {
        var (program, ticket) = await TakenAsync();
        using var _ = program;
        var first = await program.PostAsync(ticket + route, body, "crash" + type);
        await using (var context = await host.Services.GetRequiredService<IDbContextFactory<MedtechBotContext>>().CreateDbContextAsync())
        {
            // As it stands when the process dies after the change: begun long ago, and no answer.
            Assert.Equal(1, await context.Set<KeptAnswerRow>().Where(a => a.RepeatKey == "crash" + type).ExecuteUpdateAsync(set => set
                .SetProperty(a => a.Status, (int?)null).SetProperty(a => a.StartedAt, DateTimeOffset.UtcNow - KeptAnswers.Patience)));
        }

        var again = await program.PostAsync(ticket + route, body, "crash" + type);

        Assert.Equal(first.Status, again.Status);
        Assert.Single(again.Thread(type));
    }

    [Theory]
    [InlineData("")]
    [InlineData("a b")]
    [InlineData("long")]
    public async Task What_is_no_key_is_refused(string key)
    {
        var (program, ticket) = await TakenAsync();
        using var _ = program;
        var refused = await program.PostAsync(ticket + "/notes", """{"text":"x"}""", key == "long" ? new string('k', 201) : key);
        Assert.Equal("bad-request", refused.Problem);
        Assert.Equal(HttpStatusCode.Created, (await program.PostAsync(ticket + "/notes", """{"text":"x"}""", new string('~', 200))).Status);
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
