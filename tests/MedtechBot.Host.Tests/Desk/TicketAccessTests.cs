using System.Net;
using MedtechBot.Channels;
using MedtechBot.Consultations;
using MedtechBot.Host.Attachments;
using MedtechBot.People;
using Microsoft.Extensions.DependencyInjection;

namespace MedtechBot.Host.Tests.Desk;

/// <summary>Nobody sees a ticket that is not theirs.</summary>
public sealed class TicketAccessTests(ProductHost host) : IClassFixture<ProductHost>
{
    private static readonly string[] Verbs = ["take", "check", "assign", "release", "share", "unshare", "confidential", "email", "links", "resend", "close", "reopen", "refer", "referral", "decline", "note", "reply", "ask"];
    private static readonly string[] OfExperts = ["note", "reply", "ask"];

    [Fact]
    public async Task An_expert_finds_only_what_was_shared_and_may_read_it_and_write_notes()
    {
        var (number, _) = await DeskClient.OpenTicketAsync(host, "専門家に聞きたいこと");
        using var sato = await DeskClient.SignedInAsync(host, "佐藤", Role.Coordinator);
        using var expert = await DeskClient.SignedInAsync(host, "専門家", Role.Expert);
        var ticket = "/desk/tickets/" + number;
        Assert.Equal(HttpStatusCode.NotFound, (await expert.GetAsync(ticket)).Status);
        foreach (var verb in Verbs)
        {
            var expected = OfExperts.Contains(verb) ? HttpStatusCode.NotFound : HttpStatusCode.Forbidden;
            Assert.Equal(expected, (await expert.SendFormAsync("/desk", $"{ticket}/{verb}", ("note", "x"), ("text", "x"))).Status);
        }
        await sato.SendFormAsync(ticket, ticket + "/take");
        Assert.Equal(HttpStatusCode.SeeOther, (await sato.SendFormAsync(ticket, ticket + "/share", ("expert", "専門家"))).Status);

        Assert.Contains(number, (await expert.GetAsync("/desk")).Html, StringComparison.Ordinal);
        Assert.Contains("専門家に聞きたいこと", (await expert.GetAsync(ticket)).Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await expert.SendFormAsync(ticket, ticket + "/note", ("note", "規格を確認しました"))).Status);
        var reply = await expert.SendFormAsync(ticket, ticket + "/reply", ("text", "専門家の回答"));
        Assert.Equal(HttpStatusCode.Conflict, reply.Status);
        Assert.Contains("専門家の回答", reply.Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await expert.SendFormAsync(ticket, ticket + "/close")).Status);
        Assert.Contains("規格を確認しました", (await sato.GetAsync(ticket)).Html, StringComparison.Ordinal);

        Assert.Contains("asker@example.jp", (await sato.GetAsync(ticket)).Html, StringComparison.Ordinal);
        Assert.DoesNotContain("asker@example.jp", (await expert.GetAsync(ticket)).Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await sato.SendFormAsync(ticket, ticket + "/unshare", ("from", "専門家"))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await expert.GetAsync(ticket)).Status);
        Assert.DoesNotContain(number, (await expert.GetAsync("/desk")).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_a_confidential_ticket_other_coordinators_see_only_that_it_is_there_to_be_taken()
    {
        const string Secret = "未公開の発明の中身";
        var (number, _) = await DeskClient.OpenTicketAsync(host, Secret, new IntakeDetails { IsConfidential = true, Product = Secret });
        using var sato = await DeskClient.SignedInAsync(host, "佐藤", Role.Coordinator);
        using var suzuki = await DeskClient.SignedInAsync(host, "鈴木", Role.Coordinator);
        using var admin = await DeskClient.SignedInAsync(host, "管理者", Role.Admin);
        var ticket = "/desk/tickets/" + number;
        Assert.DoesNotContain(Secret, (await sato.GetAsync("/desk")).Html, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, (await sato.GetAsync(ticket)).Html, StringComparison.Ordinal);
        foreach (var verb in Verbs.Except(["take"]))
        {
            var refused = await sato.SendFormAsync("/desk", $"{ticket}/{verb}", ("note", "x"), ("text", "x"));
            Assert.Equal(HttpStatusCode.Forbidden, refused.Status);
            Assert.DoesNotContain(Secret, refused.Html, StringComparison.Ordinal);
        }
        Assert.Equal(HttpStatusCode.SeeOther, (await sato.SendFormAsync(ticket, ticket + "/take")).Status);
        Assert.Contains(Secret, (await sato.GetAsync(ticket)).Html, StringComparison.Ordinal);
        Assert.Contains(Secret, (await admin.GetAsync(ticket)).Html, StringComparison.Ordinal);
        var second = await suzuki.SendFormAsync("/desk", ticket + "/take");
        Assert.Equal(HttpStatusCode.Conflict, second.Status);
        Assert.Contains("佐藤さんが担当しています", second.Html, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, second.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_holder_makes_a_ticket_secret_and_puts_the_address_right_and_each_is_noted()
    {
        var (number, _) = await DeskClient.OpenTicketAsync(host, "後から秘密になる相談");
        using var sato = await DeskClient.SignedInAsync(host, "佐藤", Role.Coordinator);
        using var suzuki = await DeskClient.SignedInAsync(host, "鈴木", Role.Coordinator);
        var ticket = "/desk/tickets/" + number;
        await sato.SendFormAsync(ticket, ticket + "/take");
        Assert.Contains("後から秘密になる相談", (await suzuki.GetAsync(ticket)).Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, (await suzuki.SendFormAsync(ticket, ticket + "/confidential")).Status);
        Assert.Equal(HttpStatusCode.Conflict, (await suzuki.SendFormAsync(ticket, ticket + "/links")).Status);

        Assert.Equal(HttpStatusCode.SeeOther, (await sato.SendFormAsync(ticket, ticket + "/confidential")).Status);
        Assert.DoesNotContain("後から秘密になる相談", (await suzuki.GetAsync(ticket)).Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await sato.SendFormAsync(ticket, ticket + "/email", ("email", "nobody"))).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await sato.SendFormAsync(ticket, ticket + "/email", ("email", "right@example.jp"))).Status);
        var page = (await sato.GetAsync(ticket)).Html;
        Assert.Contains("right@example.jp", page, StringComparison.Ordinal);
        Assert.DoesNotContain("asker@example.jp", page, StringComparison.Ordinal);
        Assert.Contains("すべて使えなくしました", (await sato.SendFormAsync(ticket, ticket + "/links")).Html, StringComparison.Ordinal);

        var noted = await host.Services.GetRequiredService<AuditLog>().ReadAsync(new AuditFilter(null, number, null), 50);
        Assert.All(["marked-confidential", "changed-email", "revoked-asker-links"], action => Assert.Contains(noted, l => l.Action == action && l.ActorName == "佐藤" && l.Outcome == AuditOutcome.Done));
    }

    [Fact]
    public async Task The_conversation_before_is_shown_only_where_the_asker_agreed()
    {
        foreach (var shares in new[] { true, false })
        {
            var (number, conversation) = await DeskClient.OpenTicketAsync(host, details: new IntakeDetails { SharesTranscript = shares, Prefecture = "福島県" });
            await host.Services.GetRequiredService<Conversations>().AppendAsync(conversation, new IncomingMessage { Text = "会話の中で言ったこと" });
            using var sato = await DeskClient.SignedInAsync(host, "佐藤", Role.Coordinator);
            var page = (await sato.GetAsync("/desk/tickets/" + number)).Html;
            Assert.Equal(shares, page.Contains("会話の中で言ったこと", StringComparison.Ordinal));
            Assert.Contains("福島県", page, StringComparison.Ordinal);
            Assert.Contains("<b>未記入</b> 主なテーマ、", page, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Files_are_given_with_their_own_ticket_alone_and_never_as_pages()
    {
        var (number, conversation) = await DeskClient.OpenTicketAsync(host);
        var (other, _) = await DeskClient.OpenTicketAsync(host);
        var (closedOff, hidden) = await DeskClient.OpenTicketAsync(host, details: new IntakeDetails { SharesTranscript = false });
        var uploads = host.Services.GetRequiredService<Uploads>();
        var file = await uploads.KeepAsync(conversation, "資料.txt", "text/plain", new MemoryStream("中身"u8.ToArray()), default);
        var unshared = await uploads.KeepAsync(hidden, "秘密.txt", "text/plain", new MemoryStream("秘密"u8.ToArray()), default);
        using var sato = await DeskClient.SignedInAsync(host, "佐藤", Role.Coordinator);
        using var expert = await DeskClient.SignedInAsync(host, "専門家", Role.Expert);
        var address = $"/desk/tickets/{number}/files/{file.Id}";
        Assert.Contains(address, (await sato.GetAsync("/desk/tickets/" + number)).Html, StringComparison.Ordinal);
        var given = await sato.DownloadAsync(address);
        Assert.Equal((HttpStatusCode.OK, "attachment", "nosniff"), (given.Status, given.Disposition, given.Sniffing));
        Assert.StartsWith("sandbox", given.Policy, StringComparison.Ordinal);
        foreach (var path in new[] { $"/desk/tickets/{other}/files/{file.Id}", $"/desk/tickets/{number}/files/{new string('0', 32)}", $"/desk/tickets/{number}/files/..%2F..%2Fx", $"/desk/tickets/{closedOff}/files/{unshared.Id}" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await sato.GetAsync(path)).Status);
        }
        Assert.Equal(HttpStatusCode.NotFound, (await expert.GetAsync(address)).Status);
        using var stranger = new DeskClient(host);
        Assert.Equal(HttpStatusCode.Unauthorized, (await stranger.GetAsync(address)).Status);
    }
}
