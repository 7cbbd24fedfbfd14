using System.Text.Json.Nodes;
using MedtechBot.Channels;
using MedtechBot.Consultations;
using MedtechBot.Coordination;
using MedtechBot.Deliveries;
using MedtechBot.Host.DirectLine;
using MedtechBot.Host.Tests.DirectLine;
using MedtechBot.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace MedtechBot.Host.Tests.Access;

/// <summary>Ways to a ticket beside its addresses: buttons of cards, words in the chat, tokens of other kinds, mail and webhooks.</summary>
public sealed class OutsideTests(AccessHost host) : IClassFixture<AccessHost>
{
    [Theory]
    [InlineData(TicketCards.SolvedVerb)]
    [InlineData(TicketCards.RateVerb)]
    public async Task A_button_with_somebody_elses_number_does_nothing_and_tells_nothing(string verb)
    {
        var pair = await Pair.MakeAsync(host, "担当", "共有の専門家", "クイナ ヒクイナ");
        await host.Services.GetRequiredService<ReplyToTicket>().HandleAsync(new Reply(pair.Open.Number, "担当", RandomId.Next(), "クイナの回答", null));
        using var stranger = await DirectLineClient.StartAsync(host);
        var said = await PressAsync(stranger, verb, pair.Open.Number.Value, 2);
        Assert.DoesNotContain("クイナ", said, StringComparison.Ordinal);
        Assert.Equal(said.Replace(pair.Open.Number.Value, "", StringComparison.Ordinal), (await PressAsync(stranger, verb, "C-2026-9999999", 4)).Replace("C-2026-9999999", "", StringComparison.Ordinal));
        var ticket = (await host.Services.GetRequiredService<TicketStore>().FindAsync(pair.Open.Number))!;
        Assert.IsType<ReplyWritten>(ticket.History[^1]);
    }

    [Fact]
    public async Task Asked_where_a_ticket_stands_the_chat_tells_of_ones_own_alone()
    {
        var pair = await Pair.MakeAsync(host, "担当", "共有の専門家", "バン オオバン");
        using var stranger = await DirectLineClient.StartAsync(host);
        foreach (var (words, count) in new[] { ("自分の相談", 2), ($"{pair.Open.Number}の状況を教えてください", 4), ($"{pair.Open.Number}", 6) })
        {
            await stranger.SayAsync(words);
            var last = (string)(await stranger.WaitForAsync(count))[^1]["text"]!;
            Assert.DoesNotContain(pair.Open.Number.Value, last, StringComparison.Ordinal);
            Assert.Matches("まだありません|no consultations", last);
        }
    }

    [Fact]
    public async Task A_token_of_one_kind_is_none_of_another()
    {
        var pair = await Pair.MakeAsync(host, "担当", "共有の専門家", "タマシギ ヤマシギ");
        var tokens = host.Services.GetRequiredService<DirectLineTokens>();
        var admission = new Admission(pair.Open.ConversationId, pair.Open.AskerId);
        var address = $"/v3/directline/conversations/{pair.Open.ConversationId}";
        using var withStream = new Visitor(host, "stream token as bearer", tokens.IssueForStream(admission));
        Assert.Equal(403, (await withStream.GetAsync(address + "/activities")).Status);
        Assert.Equal(403, (await withStream.GetAsync($"{address}/stream?t={tokens.Issue(admission)}")).Status);
        Assert.Equal(403, (await withStream.GetAsync($"{address}/stream?t={tokens.IssueForStream(new Admission(pair.Secret.ConversationId, pair.Secret.AskerId))}")).Status);
        Assert.Equal(404, (await withStream.GetAsync("/v3/directline/attachments/" + pair.Open.FileId)).Status);
        Assert.Equal(400, (await withStream.GetAsync($"{address}/stream?t={tokens.IssueForStream(admission)}")).Status);
        // The right conversation with another asker, as after a guess at how tokens are made.
        using var forged = new Visitor(host, "other asker", tokens.Issue(admission with { AskerId = RandomId.Next() }));
        Assert.Equal(403, (await forged.GetAsync(address + "/activities")).Status);
        Assert.Equal(404, (await forged.GetAsync("/v3/directline/attachments/" + pair.Open.FileId)).Status);
    }

    [Fact]
    public async Task Mail_and_webhooks_carry_nothing_of_what_was_written()
    {
        var pair = await Pair.MakeAsync(host, "担当", "共有の専門家", "ケリ タゲリ");
        foreach (var ticket in new[] { pair.Open, pair.Secret })
        {
            await host.Services.GetRequiredService<ReplyToTicket>().HandleAsync(new Reply(ticket.Number, "担当", RandomId.Next(), ticket.Word + "の回答", null));
            await host.Services.GetRequiredService<CloseTicket>().HandleAsync(ticket.Number, "担当", TicketOutcome.Answered, null);
            await using var context = await host.Services.GetRequiredService<IDbContextFactory<MedtechBotContext>>().CreateDbContextAsync();
            var leaving = await context.Set<OutboxRow>().AsNoTracking().Where(o => (o.Kind == OutboxKinds.Mail || o.Kind == OutboxKinds.Webhook) && o.Key.Contains(ticket.Number.Value)).ToListAsync();
            Assert.Equal(3, leaving.Count(o => o.Kind == OutboxKinds.Mail));
            Assert.Equal((await host.Services.GetRequiredService<TicketStore>().FindAsync(ticket.Number))!.Version, leaving.Count(o => o.Kind == OutboxKinds.Webhook));
            Assert.All(leaving, o => Assert.Contains(ticket.Number.Value, o.Payload, StringComparison.Ordinal));
            Assert.All(leaving, o => Assert.DoesNotContain(ticket.Word, System.Text.RegularExpressions.Regex.Unescape(o.Payload), StringComparison.Ordinal));
        }
    }

    private static async Task<string> PressAsync(DirectLineClient person, string verb, string number, int count)
    {
        var message = new JsonObject { ["type"] = "message", ["value"] = new JsonObject { ["verb"] = verb, ["ticket"] = number, ["solved"] = "true", ["stars"] = "1" } };
        await person.PostAsync(message.ToJsonString());
        return (string)(await person.WaitForAsync(count))[^1]["text"]!;
    }
}
