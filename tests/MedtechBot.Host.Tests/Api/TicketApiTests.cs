using System.Net;
using MedtechBot.Channels;
using MedtechBot.Consultations;
using MedtechBot.Coordination;
using MedtechBot.Host.Attachments;
using MedtechBot.Host.Tests.Desk;
using MedtechBot.People;
using Microsoft.Extensions.DependencyInjection;

namespace MedtechBot.Host.Tests.Api;

public sealed class TicketApiTests(ProductHost host) : IClassFixture<ProductHost>
{
    [Fact]
    public async Task A_program_takes_a_ticket_replies_notes_asks_refers_closes_and_reopens_it()
    {
        var (number, conversation) = await DeskClient.OpenTicketAsync(host, "試作の相談");
        using var program = await ApiClient.WithKeyAsync(host, Role.Coordinator);
        var ticket = "/api/tickets/" + number;

        var taken = await program.PostAsync(ticket + "/take");
        Assert.Equal((HttpStatusCode.OK, "in-progress", "対応中", program.Name), (taken.Status, (string?)taken.Json["status"], (string?)taken.Json["statusName"], (string?)taken.Json["holder"]));

        Assert.NotNull(taken.Json["due"]);
        Assert.Equal("on-time", (string?)taken.Json["promise"]);

        var asked = await program.PostAsync(ticket + "/ask-back", """{"text":"使用目的は?"}""");
        Assert.Equal(("waiting", "paused", null), ((string?)asked.Json["status"], (string?)asked.Json["promise"], asked.Json["due"]));

        var quote = SmallKnowledge.Quote;
        var replied = await program.PostAsync(ticket + "/replies", $$"""{"text":"窓口は\n大阪です。","sources":[{"passageId":"test-support#fee","quote":"{{quote}}"}]}""");
        var reply = Assert.Single(replied.Thread("reply"));
        Assert.Equal((HttpStatusCode.Created, "answered", program.Name, "窓口は\n大阪です。"), (replied.Status, (string?)replied.Json["status"], (string?)reply["by"], (string?)reply["text"]));
        Assert.Equal($"{ticket}#{reply["id"]}", replied.Headers.Location?.ToString());
        Assert.Equal(quote, (string?)reply["sources"]![0]!["quote"]);
        Assert.Contains("大阪です", await ReadAsync(conversation), StringComparison.Ordinal);

        var noted = await program.PostAsync(ticket + "/notes", """{"text":"内部のメモ"}""");
        Assert.Equal((HttpStatusCode.Created, "内部のメモ"), (noted.Status, (string?)Assert.Single(noted.Thread("note"))["text"]));
        Assert.DoesNotContain("内部のメモ", await ReadAsync(conversation), StringComparison.Ordinal);

        var referred = await program.PostAsync(ticket + "/refer", """{"to":"大阪の支援機関","reason":"試作の委託先"}""");
        Assert.Equal(("referred", "大阪の支援機関", 1), ((string?)referred.Json["status"], (string?)referred.Json["referrals"]![0]!["to"], (int)referred.Json["referrals"]![0]!["step"]!));

        var closed = await program.PostAsync(ticket + "/close", """{"outcome":"introduced"}""");
        Assert.Equal(("completed", "introduced"), ((string?)closed.Json["status"], (string?)closed.Json["outcome"]));
        Assert.Equal("completed", (await program.PostAsync(ticket + "/replies", """{"text":"まだ"}""")).Problem);

        Assert.Equal("in-progress", (string?)(await program.PostAsync(ticket + "/reopen")).Json["status"]);
        var whole = await program.GetAsync(ticket);
        Assert.Equal(["opened", "routed", "taken", "asked-back", "reply", "note", "referred", "closed", "reopened"], whole.Json["thread"]!.AsArray().Select(e => (string?)e!["type"]));
        Assert.Equal((ticket, "/desk/tickets/" + number, "asker@example.jp"), ((string?)whole.Json["links"]!["self"], (string?)whole.Json["links"]!["desk"], (string?)whole.Json["email"]));
    }

    [Fact]
    public async Task What_the_ticket_does_not_allow_is_refused_with_the_reason_and_who_is_in_charge()
    {
        var (number, _) = await DeskClient.OpenTicketAsync(host);
        using var first = await ApiClient.WithKeyAsync(host, Role.Coordinator);
        using var second = await ApiClient.WithKeyAsync(host, Role.Coordinator);
        var ticket = "/api/tickets/" + number;

        Assert.Equal("not-taken", (await first.PostAsync(ticket + "/close", """{"outcome":"answered"}""")).Problem);
        await first.PostAsync(ticket + "/take");
        var refused = await second.PostAsync(ticket + "/take");

        Assert.Equal((HttpStatusCode.Conflict, "held-by-other", first.Name), (refused.Status, refused.Problem, (string?)refused.Json["holder"]));
        Assert.Contains(first.Name, (string?)refused.Json["detail"], StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await first.PostAsync(ticket + "/take")).Status);
    }

    [Fact]
    public async Task A_ticket_is_assigned_to_people_and_keys_who_may_be_in_charge_and_to_nobody_else()
    {
        var (number, _) = await DeskClient.OpenTicketAsync(host);
        using var program = await ApiClient.WithKeyAsync(host, Role.Coordinator);
        using var expert = await ApiClient.WithKeyAsync(host, Role.Expert);
        using var _ = await DeskClient.SignedInAsync(host, "割当 花子", Role.Coordinator);
        var assign = $"/api/tickets/{number}/assign";

        Assert.Equal("割当 花子", (string?)(await program.PostAsync(assign, """{"to":"割当花子"}""")).Json["holder"]);
        Assert.Equal(program.Name, (string?)(await program.PostAsync(assign, $$"""{"to":"{{program.Name}}"}""")).Json["holder"]);
        Assert.Equal("no-such-person", (await program.PostAsync(assign, $$"""{"to":"{{expert.Name}}"}""")).Problem);
        Assert.Equal("no-such-person", (await program.PostAsync(assign, """{"to":"誰でもない"}""")).Problem);
    }

    [Fact]
    public async Task A_ticket_is_shared_with_experts_and_taken_back_and_both_are_noted()
    {
        var (number, _) = await DeskClient.OpenTicketAsync(host, "共有と取消の相談");
        using var program = await ApiClient.WithKeyAsync(host, Role.Coordinator);
        using var other = await ApiClient.WithKeyAsync(host, Role.Coordinator);
        using var expert = await ApiClient.WithKeyAsync(host, Role.Expert);
        using var _ = await DeskClient.SignedInAsync(host, "共有 太郎", Role.Expert);
        var ticket = "/api/tickets/" + number;
        var withKey = $$"""{"with":"{{expert.Name}}"}""";
        Assert.Equal("not-taken", (await program.PostAsync(ticket + "/share", withKey)).Problem);
        await program.PostAsync(ticket + "/take");
        Assert.Equal("no-such-person", (await program.PostAsync(ticket + "/share", $$"""{"with":"{{other.Name}}"}""")).Problem);
        Assert.Equal("held-by-other", (await other.PostAsync(ticket + "/share", withKey)).Problem);

        await program.PostAsync(ticket + "/share", """{"with":"共有太郎"}""");
        var shared = await program.PostAsync(ticket + "/share", withKey);
        Assert.Equal(["共有 太郎", expert.Name], shared.Json["sharedWith"]!.AsArray().Select(n => (string?)n));
        Assert.Equal(HttpStatusCode.OK, (await expert.GetAsync(ticket)).Status);

        Assert.Equal("held-by-other", (await other.PostAsync(ticket + "/unshare", withKey)).Problem);
        Assert.Equal("no-such-person", (await program.PostAsync(ticket + "/unshare", """{"with":"誰でもない"}""")).Problem);
        var taken = await program.PostAsync(ticket + "/unshare", withKey);
        Assert.Equal((HttpStatusCode.OK, expert.Name), (taken.Status, (string?)Assert.Single(taken.Thread("unshared"))["to"]));
        Assert.Equal(["共有 太郎"], taken.Json["sharedWith"]!.AsArray().Select(n => (string?)n));
        Assert.Equal(HttpStatusCode.NotFound, (await expert.GetAsync(ticket)).Status);
        Assert.Equal((int)taken.Json["version"]!, (int)(await program.PostAsync(ticket + "/unshare", withKey)).Json["version"]!);

        var noted = await host.Services.GetRequiredService<AuditLog>().ReadAsync(new AuditFilter(null, number, null), 50);
        Assert.All(["shared", "unshared"], action => Assert.Contains(noted, l => l.Action == action && l.ActorName == program.Name && l.Outcome == AuditOutcome.Done));
    }

    [Fact]
    public async Task The_thread_names_files_with_an_address_that_gives_them_to_whoever_may_read_the_ticket()
    {
        var (number, conversation) = await DeskClient.OpenTicketAsync(host);
        TicketNumber.TryParse(number, out var parsed);
        using var content = new MemoryStream("中身"u8.ToArray());
        var file = await host.Services.GetRequiredService<Uploads>().KeepAsync(conversation, "資料.txt", "text/plain", content, default);
        await host.Services.GetRequiredService<WriteToTicket>().HandleAsync(parsed, RandomId.Next(), "", [file]);
        using var program = await ApiClient.WithKeyAsync(host, Role.Coordinator);
        using var expert = await ApiClient.WithKeyAsync(host, Role.Expert);

        var shown = Assert.Single((await program.GetAsync("/api/tickets/" + number)).Thread("asker-wrote"))["files"]![0]!;
        Assert.Equal((file.Id, "資料.txt", 6), ((string?)shown["id"], (string?)shown["name"], (int)shown["size"]!));
        var path = (string)shown["path"]!;
        var given = await program.GetAsync(path);
        Assert.Equal((HttpStatusCode.OK, "text/plain", "中身"), (given.Status, given.Type, given.Text));
        Assert.Equal((HttpStatusCode.NotFound, "not-found"), ((await expert.GetAsync(path)).Status, (await program.GetAsync(path[..^1] + "x")).Problem));
    }

    [Fact]
    public async Task A_list_is_read_page_by_page_and_narrowed_by_words_and_view()
    {
        var word = "頁" + Guid.NewGuid().ToString("N")[..8];
        var numbers = new List<string>();
        for (var i = 0; i < 5; i++)
        {
            numbers.Add((await DeskClient.OpenTicketAsync(host, $"{word} その{i}")).Number);
        }
        using var program = await ApiClient.WithKeyAsync(host, Role.Coordinator);
        var (seen, after, pages) = (new List<string>(), "", 0);
        do
        {
            var page = (await program.GetAsync($"/api/tickets?q={word}&limit=2{after}")).Json;
            seen.AddRange(page["items"]!.AsArray().Select(t => (string)t!["number"]!));
            after = (string?)page["next"] is { } next ? "&after=" + next : "";
            pages++;
        }
        while (after.Length > 0);
        Assert.Equal(numbers, seen);
        Assert.Equal(3, pages);

        await program.PostAsync($"/api/tickets/{numbers[2]}/take");
        Assert.Equal([numbers[2]], await NumbersAsync(program, $"view=mine&q={word}"));
        Assert.Equal(4, (await NumbersAsync(program, $"view=unassigned&q={word}")).Count);
        Assert.Empty(await NumbersAsync(program, $"view=closed&q={word}"));
    }

    [Theory]
    [InlineData("view=everything")]
    [InlineData("view=Open")]
    [InlineData("limit=0")]
    [InlineData("limit=101")]
    [InlineData("limit=%EF%BC%91")]
    [InlineData("after=1")]
    [InlineData("q=%00")]
    [InlineData("region=a%0Ab")]
    public async Task A_list_that_cannot_be_made_is_refused_with_what_to_send(string query)
    {
        using var program = await ApiClient.WithKeyAsync(host, Role.Coordinator);
        var refused = await program.GetAsync("/api/tickets?" + query);
        Assert.Equal((HttpStatusCode.BadRequest, "bad-request"), (refused.Status, refused.Problem));
    }

    private static async Task<List<string>> NumbersAsync(ApiClient program, string query) =>
        [.. (await program.GetAsync("/api/tickets?" + query)).Json["items"]!.AsArray().Select(t => (string)t!["number"]!)];

    private async Task<string> ReadAsync(string conversation)
    {
        var conversations = host.Services.GetRequiredService<Conversations>();
        return string.Join('\n', (await conversations.ReadAsync(conversation, -1)).Select(a => a.Outgoing?.Text));
    }
}
