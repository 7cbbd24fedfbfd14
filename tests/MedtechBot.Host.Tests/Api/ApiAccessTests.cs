using System.Net;
using MedtechBot.Answers;
using MedtechBot.Channels;
using MedtechBot.Consultations;
using MedtechBot.Host.Tests.Desk;
using MedtechBot.People;
using Microsoft.Extensions.DependencyInjection;

namespace MedtechBot.Host.Tests.Api;

/// <summary>What of tickets shows to which key; every route with every key is in the table of <c>Access</c>.</summary>
public sealed class ApiAccessTests(ProductHost host) : IClassFixture<ProductHost>
{
    [Fact]
    public async Task Without_a_key_in_use_the_refusal_names_the_way_in()
    {
        foreach (var wrong in new[] { null, "", "mbk_" + new string('0', 64), new string('x', 5_000) })
        {
            using var stranger = ApiClient.Without(host);
            if (wrong is not null)
            {
                stranger.Headers.TryAddWithoutValidation("Authorization", "Bearer " + wrong);
            }
            var refused = await stranger.GetAsync("/api/tickets");
            Assert.Equal((HttpStatusCode.Unauthorized, "unauthorized"), (refused.Status, refused.Problem));
            Assert.StartsWith("Bearer", refused.Headers.WwwAuthenticate.ToString(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task An_expert_sees_what_was_shared_and_may_write_notes_there()
    {
        var (number, _) = await DeskClient.OpenTicketAsync(host, "共有する相談");
        var (other, _) = await DeskClient.OpenTicketAsync(host, "共有しない相談");
        using var coordinator = await ApiClient.WithKeyAsync(host, Role.Coordinator);
        using var expert = await ApiClient.WithKeyAsync(host, Role.Expert);
        await coordinator.PostAsync($"/api/tickets/{number}/take");
        await ApiClient.ShareAsync(host, number, coordinator.Name, expert.Name);

        var list = await expert.GetAsync("/api/tickets");
        var shared = await expert.GetAsync("/api/tickets/" + number);

        Assert.Equal([number], list.Json["items"]!.AsArray().Select(t => (string?)t!["number"]));
        Assert.Equal(("共有する相談", null), ((string?)shared.Json["summary"], (string?)shared.Json["email"]));
        Assert.Equal(HttpStatusCode.Created, (await expert.PostAsync($"/api/tickets/{number}/notes", """{"text":"専門家のメモ"}""")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await expert.GetAsync("/api/tickets/" + other)).Status);
        Assert.DoesNotContain("共有しない", (await expert.GetAsync("/api/tickets?view=all&q=共有しない")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_somebody_elses_confidential_ticket_a_coordinator_sees_that_it_is_there_and_an_administrator_all()
    {
        var number = await OpenConfidentialAsync("未公開の発明");
        using var holder = await ApiClient.WithKeyAsync(host, Role.Coordinator);
        using var other = await ApiClient.WithKeyAsync(host, Role.Coordinator);
        using var admin = await ApiClient.WithKeyAsync(host, Role.Admin);
        var ticket = "/api/tickets/" + number;
        Assert.Equal("未公開の発明", (string?)(await holder.PostAsync(ticket + "/take")).Json["summary"]);

        var outline = await other.GetAsync(ticket);
        Assert.Equal((false, true, holder.Name), ((bool)outline.Json["readable"]!, (bool)outline.Json["confidential"]!, (string?)outline.Json["holder"]));
        Assert.DoesNotContain("未公開", outline.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("未公開", (await other.GetAsync("/api/tickets")).Text, StringComparison.Ordinal);
        Assert.Equal("confidential", (await other.PostAsync(ticket + "/notes", """{"text":"x"}""")).Problem);
        Assert.Equal("confidential", (await other.PostAsync(ticket + "/assign", $$"""{"to":"{{other.Name}}"}""")).Problem);
        Assert.Equal("未公開の発明", (string?)(await admin.GetAsync(ticket)).Json["summary"]);
    }

    [Fact]
    public async Task A_key_counts_only_in_the_header_and_only_until_it_is_revoked()
    {
        var keys = host.Services.GetRequiredService<ApiKeys>();
        var (key, _) = await keys.AddAsync(null, "取消", Role.Admin);
        using var program = ApiClient.Without(host, key);
        Assert.Equal(HttpStatusCode.OK, (await program.GetAsync("/api/tickets")).Status);
        using var other = ApiClient.Without(host);
        other.Headers.Add("Cookie", $"medtechbot-desk={key}; key={key}");
        Assert.Equal(HttpStatusCode.Unauthorized, (await other.GetAsync($"/api/tickets?key={key}&access_token={key}")).Status);

        await keys.RevokeAsync(null, "取消");

        Assert.Equal(HttpStatusCode.Unauthorized, (await program.GetAsync("/api/tickets")).Status);
    }

    [Theory]
    [InlineData("GET", "/api", HttpStatusCode.NotFound)]
    [InlineData("GET", "/api/people", HttpStatusCode.NotFound)]
    [InlineData("POST", "/api/tickets/C-2026-0001/erase", HttpStatusCode.NotFound)]
    [InlineData("DELETE", "/api/tickets/C-2026-0001", HttpStatusCode.MethodNotAllowed)]
    [InlineData("GET", "/api/tickets/C-2026-0001/take", HttpStatusCode.MethodNotAllowed)]
    public async Task An_address_that_there_is_not_is_a_problem_in_English_whatever_the_caller_accepts(string method, string path, HttpStatusCode status)
    {
        using var program = ApiClient.Without(host);
        program.Headers.Accept.ParseAdd("text/html");
        program.Headers.AcceptLanguage.ParseAdd("ja");
        var refused = await program.SendAsync(HttpMethod.Parse(method), path);
        Assert.Equal((status, "application/problem+json", (int)status), (refused.Status, refused.Type, (int)refused.Json["status"]!));
        Assert.All(refused.Text, c => Assert.True(c < 128));
    }

    [Theory]
    [InlineData("C-2026-1")]
    [InlineData("c-2026-0001")]
    [InlineData("..%2F..%2Fdesk")]
    [InlineData("C-2026-99999999999999999999")]
    public async Task What_is_no_number_is_not_found(string number)
    {
        using var program = await ApiClient.WithKeyAsync(host, Role.Admin);
        var refused = await program.GetAsync("/api/tickets/" + number);
        Assert.Equal((HttpStatusCode.NotFound, "not-found"), (refused.Status, refused.Problem));
    }

    private async Task<string> OpenConfidentialAsync(string summary)
    {
        var conversation = await host.Services.GetRequiredService<Conversations>().CreateAsync(RandomId.Next(), ChannelNames.DirectLine, Language.Japanese);
        var form = new IntakeForm { Summary = summary, ReplyInChatOnly = true, Details = new IntakeDetails { IsConfidential = true } };
        return (await host.Services.GetRequiredService<OpenTicket>().HandleAsync(new(conversation.Id, RandomId.Next(), form, Language.Japanese))).Number!.Value.Value;
    }
}
