using System.Net;
using MedtechBot.Channels;
using MedtechBot.Coordination;
using Microsoft.Extensions.DependencyInjection;

namespace MedtechBot.Host.Tests.Desk;

public sealed class DeskTests(ProductHost host) : IClassFixture<ProductHost>
{
    [Fact]
    public async Task A_coordinator_takes_answers_and_closes_and_the_answer_stands_in_the_askers_conversation()
    {
        var (number, conversation) = await DeskClient.OpenTicketAsync(host);
        using var sato = await DeskClient.SignedInAsync(host, "佐藤");
        var ticket = "/desk/tickets/" + number;
        Assert.Contains(number, (await sato.GetAsync("/desk")).Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await sato.SendFormAsync(ticket, ticket + "/take")).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await sato.SendFormAsync(ticket, ticket + "/reply", ("text", "薬務課にご相談ください。"))).Status);
        var message = Assert.Single(await host.Services.GetRequiredService<Conversations>().ReadAsync(conversation, -1)).Outgoing!;
        Assert.Equal("佐藤", message.SpokenBy);
        Assert.Contains("薬務課にご相談ください。", message.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await sato.SendFormAsync(ticket, ticket + "/close", ("outcome", "answered"))).Status);
        Assert.Contains(number, (await sato.GetAsync("/desk?view=closed")).Html, StringComparison.Ordinal);
        Assert.DoesNotContain(number, (await sato.GetAsync("/desk")).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_comes_second_is_told_who_was_first_and_keeps_what_was_written()
    {
        var (number, conversation) = await DeskClient.OpenTicketAsync(host);
        using var sato = await DeskClient.SignedInAsync(host, "佐藤");
        using var suzuki = await DeskClient.SignedInAsync(host, "鈴木");
        var ticket = "/desk/tickets/" + number;
        await sato.SendFormAsync(ticket, ticket + "/take");
        var taking = await suzuki.SendFormAsync(ticket, ticket + "/take");
        Assert.Equal(HttpStatusCode.Conflict, taking.Status);
        Assert.Contains("佐藤さんが担当しています", taking.Html, StringComparison.Ordinal);
        var writing = await suzuki.SendFormAsync(ticket, ticket + "/reply", ("text", "長く書いた回答"), ("version", "1"));
        Assert.Equal(HttpStatusCode.Conflict, writing.Status);
        Assert.Contains("長く書いた回答", writing.Html, StringComparison.Ordinal);
        var stale = await sato.SendFormAsync(ticket, ticket + "/reply", ("text", "古い画面からの回答"), ("version", "1"));
        Assert.Equal(HttpStatusCode.Conflict, stale.Status);
        Assert.Contains("古い画面からの回答", stale.Html, StringComparison.Ordinal);
        Assert.Empty(await host.Services.GetRequiredService<Conversations>().ReadAsync(conversation, -1));
    }

    [Fact]
    public async Task Markup_in_what_people_write_stays_text()
    {
        const string Markup = "<img src=x onerror=alert(1)> **x** [y](javascript:alert(2))";
        var (number, conversation) = await DeskClient.OpenTicketAsync(host, Markup);
        using var sato = await DeskClient.SignedInAsync(host, "<b>佐藤</b>");
        var ticket = "/desk/tickets/" + number;
        await sato.SendFormAsync(ticket, ticket + "/take");
        await sato.SendFormAsync(ticket, ticket + "/reply", ("text", Markup));
        var page = (await sato.GetAsync(ticket)).Html;
        Assert.Contains("&lt;img src=x onerror=alert(1)&gt; **x** [y](javascript:alert(2))", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<img", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>佐藤", page, StringComparison.Ordinal);
        Assert.DoesNotContain("href=\"javascript", page, StringComparison.Ordinal);
        var reply = Assert.Single(await host.Services.GetRequiredService<Conversations>().ReadAsync(conversation, -1)).Outgoing!.Text;
        Assert.Contains(@"\<img src\=x onerror\=alert\(1\)\> \*\*x\*\* \[y\]\(javascript\:alert\(2\)\)", reply, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_sign_in_every_address_of_the_desk_answers_alike()
    {
        var (number, _) = await DeskClient.OpenTicketAsync(host, "秘密の相談");
        using var stranger = new DeskClient(host);
        var known = await stranger.GetAsync("/desk/tickets/" + number);
        Assert.Equal(HttpStatusCode.Unauthorized, known.Status);
        foreach (var path in new[] { "/desk", "/desk?view=closed", "/desk/tickets/C-2000-0001", "/desk/tickets/x", "/desk/elsewhere" })
        {
            Assert.Equal(known, await stranger.GetAsync(path));
        }
        foreach (var action in new[] { "take", "reply", "close" })
        {
            Assert.Equal(known, await stranger.PostAsync($"/desk/tickets/{number}/{action}", []));
        }
    }

    [Fact]
    public async Task A_form_without_the_desks_own_token_changes_nothing()
    {
        var (number, _) = await DeskClient.OpenTicketAsync(host);
        using var sato = await DeskClient.SignedInAsync(host, "佐藤");
        foreach (var action in new[] { $"tickets/{number}/take", $"tickets/{number}/reply", $"tickets/{number}/close", "sign-out" })
        {
            Assert.Equal(HttpStatusCode.BadRequest, (await sato.PostAsync("/desk/" + action, new() { ["text"] = "x", ["version"] = "1" })).Status);
            Assert.Equal(HttpStatusCode.BadRequest, (await sato.PostAsync("/desk/" + action, new() { ["__RequestVerificationToken"] = "made-up" })).Status);
        }
        Assert.Contains("担当者がいません", (await sato.GetAsync("/desk/tickets/" + number)).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_empty_or_far_too_long_answer_is_not_sent_and_not_lost()
    {
        var (number, _) = await DeskClient.OpenTicketAsync(host);
        using var sato = await DeskClient.SignedInAsync(host, "佐藤");
        var ticket = "/desk/tickets/" + number;
        await sato.SendFormAsync(ticket, ticket + "/take");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await sato.SendFormAsync(ticket, ticket + "/reply", ("text", " \n"))).Status);
        var text = new string('a', Reply.LongestText + 1);
        var tooLong = await sato.SendFormAsync(ticket, ticket + "/reply", ("text", text));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, tooLong.Status);
        Assert.Contains(text, tooLong.Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await sato.SendFormAsync(ticket, ticket + "/reply", ("text", new string('a', 300_000)))).Status);
    }

    [Fact]
    public async Task The_desks_pages_are_kept_nowhere_and_unknown_tickets_are_not_found()
    {
        using var sato = await DeskClient.SignedInAsync(host, "佐藤");
        Assert.Equal("no-store", (await sato.GetAsync("/desk")).Caching);
        Assert.Equal(HttpStatusCode.NotFound, (await sato.GetAsync("/desk/tickets/C-2000-0001")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await sato.SendFormAsync("/desk", "/desk/tickets/C-2000-0001/take")).Status);
    }
}
