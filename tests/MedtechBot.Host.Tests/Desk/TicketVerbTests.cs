using System.Net;
using MedtechBot.Channels;
using MedtechBot.Consultations;
using MedtechBot.Coordination;
using MedtechBot.People;
using Microsoft.Extensions.DependencyInjection;

namespace MedtechBot.Host.Tests.Desk;

public sealed class TicketVerbTests(ProductHost host) : IClassFixture<ProductHost>
{
    [Fact]
    public async Task A_ticket_is_checked_taken_asked_about_noted_and_handed_on_by_forms_alone()
    {
        var (number, conversation) = await DeskClient.OpenTicketAsync(host);
        using var sato = await DeskClient.SignedInAsync(host, "佐藤", Role.Coordinator);
        using var suzuki = await DeskClient.SignedInAsync(host, "鈴木", Role.Coordinator);
        var ticket = "/desk/tickets/" + number;
        await DoAsync(sato, ticket, "check");
        Assert.Equal(TicketStatus.Checking, (await FindAsync(number)).Status);
        await DoAsync(sato, ticket, "take");
        await DoAsync(sato, ticket, "ask", ("text", "対象市場はどちらですか。"));
        Assert.Equal(TicketStatus.Waiting, (await FindAsync(number)).Status);
        Assert.Contains("対象市場はどちらですか。", Assert.Single(await SaidAsync(conversation)).Text, StringComparison.Ordinal);
        await DoAsync(suzuki, ticket, "note", ("note", "薬務課に確認中"));
        Assert.Contains("鈴木さんのメモ", (await sato.GetAsync(ticket)).Html, StringComparison.Ordinal);
        Assert.Single(await SaidAsync(conversation));
        await DoAsync(sato, ticket, "assign", ("assignee", "鈴木"));
        Assert.Equal("鈴木", (await FindAsync(number)).Holder);
        await DoAsync(suzuki, ticket, "release");
        Assert.Null((await FindAsync(number)).Holder);
    }

    [Fact]
    public async Task A_referral_goes_through_its_nine_steps_and_a_candidate_may_decline()
    {
        var (number, _) = await DeskClient.OpenTicketAsync(host);
        using var sato = await DeskClient.SignedInAsync(host, "佐藤", Role.Coordinator);
        var ticket = "/desk/tickets/" + number;
        await DoAsync(sato, ticket, "take");
        await DoAsync(sato, ticket, "refer", ("to", "大阪の支援機関"), ("reason", "製造先を探すため"));
        for (var step = 2; step <= 4; step++)
        {
            await DoAsync(sato, ticket, "referral", ("stepNote", $"段階{step}の記録"));
        }
        await DoAsync(sato, ticket, "decline", ("candidate", "甲社"), ("declineReason", "競合製品を扱っている"));
        Assert.Contains("候補 甲社 は不可(競合製品を扱っている)", (await sato.GetAsync(ticket)).Html, StringComparison.Ordinal);
        for (var step = 5; step <= 9; step++)
        {
            await DoAsync(sato, ticket, "referral", ("stepNote", step == 7 ? "乙社の山田さんから電話で承諾" : ""));
        }
        Assert.Equal(ReferralStep.ResultReported, Assert.Single((await FindAsync(number)).Referrals).Step);
        Assert.Contains("段階3の記録", (await sato.GetAsync(ticket)).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_ticket_closed_by_mistake_is_reopened_before_the_asker_hears_of_it()
    {
        var (number, conversation) = await DeskClient.OpenTicketAsync(host);
        using var sato = await DeskClient.SignedInAsync(host, "佐藤", Role.Coordinator);
        var ticket = "/desk/tickets/" + number;
        await DoAsync(sato, ticket, "take");
        var untrue = await sato.SendFormAsync(ticket, ticket + "/close", ("outcome", "answered"));
        Assert.Equal(HttpStatusCode.Conflict, untrue.Status);
        Assert.Contains("まだ回答も紹介もしていない", untrue.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("value=\"answered\"", untrue.Html, StringComparison.Ordinal);
        await DoAsync(sato, ticket, "close", ("outcome", "duplicate"));
        var closed = await FindAsync(number);
        Assert.Equal((TicketStatus.Completed, TicketOutcome.Duplicate), (closed.Status, closed.Outcome));
        Assert.Contains("完了を取り消す", (await sato.GetAsync(ticket)).Html, StringComparison.Ordinal);
        await DoAsync(sato, ticket, "reopen");
        Assert.Equal(TicketStatus.InProgress, (await FindAsync(number)).Status);
        Assert.Empty(await SaidAsync(conversation));
    }

    private static readonly (string Verb, string Field, string Value, bool OnReferral)[] NotToBeTaken =
    [
        ("note", "note", new string('長', TicketTexts.Longest + 1), false),
        ("ask", "text", new string('長', TicketTexts.Longest + 1), false),
        ("refer", "to", "理由のない紹介先", false),
        ("refer", "reason", "紹介先のない理由", false),
        ("referral", "referral", "made-up", false),
        ("close", "outcome", "withdrawn", false),
        ("close", "outcome", "made-up", false),
        ("close", "outcome", "", false),
        ("assign", "assignee", "いない人", false),
        ("share", "expert", "佐藤", false),
        ("decline", "candidate", "理由のない候補", true),
        ("decline", "declineReason", "候補のない理由", true),
        ("referral", "step", "12", true),
    ];

    [Fact]
    public async Task What_cannot_be_taken_is_refused_and_what_was_typed_stays()
    {
        var (number, _) = await DeskClient.OpenTicketAsync(host);
        using var sato = await DeskClient.SignedInAsync(host, "佐藤", Role.Coordinator);
        var ticket = "/desk/tickets/" + number;
        await DoAsync(sato, ticket, "take");
        var before = await FindAsync(number);
        foreach (var (verb, field, value, onReferral) in NotToBeTaken)
        {
            if (onReferral && before.Referrals.Count == 0)
            {
                await DoAsync(sato, ticket, "refer", ("to", "大阪の支援機関"), ("reason", "製造先を探すため"));
                before = await FindAsync(number);
            }
            var answer = await sato.SendFormAsync(ticket, $"{ticket}/{verb}", (field, value));
            Assert.True(answer.Status == HttpStatusCode.UnprocessableEntity, $"{verb} {field}: {answer.Status}");
            Assert.Contains("role=\"alert\"", answer.Html, StringComparison.Ordinal);
            if (field is not ("outcome" or "assignee" or "expert" or "step" or "referral"))
            {
                Assert.Contains(value, answer.Html, StringComparison.Ordinal);
            }
            Assert.Equal(before.Version, (await FindAsync(number)).Version);
        }
    }

    [Fact]
    public async Task A_cited_quote_goes_with_the_reply_and_one_that_stands_nowhere_does_not()
    {
        var (number, conversation) = await DeskClient.OpenTicketAsync(host, SmallKnowledge.Question);
        using var sato = await DeskClient.SignedInAsync(host, "佐藤", Role.Coordinator);
        var ticket = "/desk/tickets/" + number;
        await DoAsync(sato, ticket, "take");
        var source = "test-support#fee " + SmallKnowledge.Quote;
        Assert.Contains($"value=\"{source}\"", (await sato.GetAsync(ticket)).Html, StringComparison.Ordinal);
        foreach (var made in new[] { "test-support#fee この言葉は資料にない。", "nowhere#at-all " + SmallKnowledge.Quote, "test-support#fee ", "x" })
        {
            var refused = await sato.SendFormAsync(ticket, ticket + "/reply", ("text", "根拠のある回答"), ("source", made));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
            Assert.Contains("根拠のある回答", refused.Html, StringComparison.Ordinal);
        }
        Assert.Empty(await SaidAsync(conversation));
        await DoAsync(sato, ticket, "reply", ("text", "根拠のある回答[1]"), ("source", source));
        var citation = Assert.Single(Assert.Single(await SaidAsync(conversation)).Answer!.Citations);
        Assert.Equal((1, SmallKnowledge.Quote), (citation.Position, citation.Quote));
    }

    private static async Task DoAsync(DeskClient person, string ticket, string verb, params (string, string)[] fields) =>
        Assert.Equal(HttpStatusCode.SeeOther, (await person.SendFormAsync(ticket, $"{ticket}/{verb}", fields)).Status);

    private async Task<Ticket> FindAsync(string number)
    {
        Assert.True(TicketNumber.TryParse(number, out var parsed));
        return (await host.Services.GetRequiredService<TicketStore>().FindAsync(parsed))!;
    }

    private async Task<List<OutgoingMessage>> SaidAsync(string conversation) =>
        [.. (await host.Services.GetRequiredService<Conversations>().ReadAsync(conversation, -1)).Select(a => a.Outgoing!)];
}
