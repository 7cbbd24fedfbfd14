using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using MedtechBot.Answers;
using MedtechBot.Channels;
using MedtechBot.Consultations;
using MedtechBot.Coordination;
using MedtechBot.Deliveries;
using MedtechBot.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace MedtechBot.Host.Tests.Teams;

/// <summary>Each test talks in a chat of its own.</summary>
public sealed class TeamsMessagesTests(OpenHost host) : IClassFixture<OpenHost>
{
    private readonly string _chat = Guid.NewGuid().ToString();

    [Fact]
    public async Task A_question_is_answered_and_the_answer_leaves_by_the_outbox()
    {
        Assert.Equal(200, await host.StatusAsync(TeamsRequests.Message("相談先はどこですか?", _chat)));

        var said = await host.SaidAsync(1, _chat);

        Assert.Equal("相談先はどこですか?", said[0].Incoming!.Text);
        Assert.Equal(said[0].Id, said[1].Outgoing!.AnswerTo);
        Assert.Equal([said[1].Id + "/0"], await LeavingAsync(said[0].ConversationId));
    }

    [Fact]
    public async Task The_same_activity_sent_again_is_kept_and_answered_once()
    {
        var message = TeamsRequests.Message("相談先は?", _chat);
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => host.StatusAsync(message)));
        await host.SaidAsync(1, _chat);
        await host.StatusAsync(TeamsRequests.Message("ヘルプ", _chat));

        var said = await host.SaidAsync(2, _chat);

        Assert.Equal(["相談先は?", "ヘルプ"], said.Select(a => a.Incoming?.Text).OfType<string>());
        Assert.Equal(2, said.Count(a => a.Outgoing is not null));
    }

    [Fact]
    public async Task A_burst_is_answered_whole_and_in_order()
    {
        var texts = Enumerable.Range(0, 40).Select(n => "質問" + n).ToList();
        foreach (var text in texts)
        {
            Assert.Equal(200, await host.StatusAsync(TeamsRequests.Message(text, _chat)));
        }

        var said = await host.SaidAsync(40, _chat);

        var asked = said.Where(a => a.Incoming is not null).ToList();
        Assert.Equal(texts, asked.Select(a => a.Incoming!.Text));
        Assert.Equal(asked.Select(a => a.Id), said.Select(a => a.Outgoing?.AnswerTo).OfType<string>());
    }

    [Fact]
    public async Task A_reply_that_is_waited_for_comes_with_the_answer_and_by_no_other_way()
    {
        var message = TeamsRequests.Message("相談先は?", _chat);
        message["deliveryMode"] = "expectReplies";

        using var answer = await host.SendAsync(message);

        var replies = (await answer.Content.ReadFromJsonAsync<JsonObject>())!["activities"]!.AsArray();
        var said = await host.SaidAsync(1, _chat);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.NotEmpty(replies);
        Assert.All(replies, r => Assert.Equal(("message", _chat, "29:user-1"), ((string?)r!["type"], (string?)r["conversation"]!["id"], (string?)r["recipient"]!["id"])));
        Assert.Empty(await LeavingAsync(said[0].ConversationId));
    }

    [Fact]
    public async Task In_a_group_only_what_mentions_the_bot_is_for_it_and_the_mention_is_no_part_of_it()
    {
        Assert.Equal(200, await host.StatusAsync(TeamsRequests.Message("お昼どうする?", _chat).InGroup(mentioned: false)));
        Assert.Empty(await host.PlacesAsync(_chat));

        await host.StatusAsync(TeamsRequests.Message("相談先は?", _chat).InGroup());

        Assert.Equal("相談先は?", (await host.SaidAsync(1, _chat))[0].Incoming!.Text);
    }

    [Fact]
    public async Task Each_person_of_a_group_has_a_conversation_of_their_own()
    {
        await host.StatusAsync(TeamsRequests.Message("相談先は?", _chat).InGroup());
        await host.StatusAsync(TeamsRequests.Message("MEDICとは?", _chat, "29:user-2").InGroup());

        Assert.Equal(["29:user-1", "29:user-2"], (await host.PlacesAsync(_chat)).Select(p => p.UserId));
    }

    [Theory]
    [InlineData("ヘルプ", "医療機器開発の相談ボット")]
    [InlineData("こんにちは!", "医療機器開発の相談ボット")]
    [InlineData("Help", "development of medical devices")]
    [InlineData("hi", "development of medical devices")]
    public async Task Whoever_greets_or_asks_for_help_is_told_what_the_bot_is_for_and_how_to_begin(string text, string expected)
    {
        var message = TeamsRequests.Message(text, _chat);
        message["locale"] = text[0] < 128 ? "en-US" : "ja-JP";
        await host.StatusAsync(message);

        var reply = (await host.SaidAsync(1, _chat))[^1].Outgoing!;

        Assert.Contains(expected, reply.Text, StringComparison.Ordinal);
        Assert.InRange(reply.Suggestions.Count, 3, 6);
    }

    [Fact]
    public async Task Whoever_is_in_charge_reads_a_greeting_like_every_other_word_unless_the_bot_is_meant()
    {
        await host.StatusAsync(TeamsRequests.Message("相談先は?", _chat));
        var conversation = (await host.SaidAsync(1, _chat))[0].ConversationId;
        var form = new IntakeForm { Summary = "相談の要旨", Email = "asker@example.jp" };
        var number = (await host.Services.GetRequiredService<OpenTicket>().HandleAsync(new(conversation, RandomId.Next(), form, Language.Japanese))).Number!.Value;
        await host.Services.GetRequiredService<TakeTicket>().HandleAsync(number, "佐藤");
        foreach (var text in new[] { "こんにちは", "ヘルプ", "ボットに聞く: ヘルプ" })
        {
            await host.StatusAsync(TeamsRequests.Message(text, _chat));
        }

        var said = (await host.SaidAsync(4, _chat)).Select(a => a.Outgoing?.Text).OfType<string>().ToList();

        Assert.Equal(["こんにちは", "ヘルプ"], (await host.Services.GetRequiredService<TicketStore>().FindAsync(number))!.History.OfType<AskerWrote>().Select(w => w.Text));
        Assert.Contains("相談ボット", Assert.Single(said, t => t.Contains("公的な資料から", StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Files_are_sent_elsewhere_and_what_Teams_attaches_by_itself_is_none()
    {
        var message = TeamsRequests.Message("相談先は?", _chat);
        message["attachments"] = new JsonArray(new JsonObject { ["contentType"] = "text/html", ["content"] = "<p>相談先は?</p>" });
        await host.StatusAsync(message);
        var plain = (await host.SaidAsync(1, _chat))[^1].Outgoing!.Text;
        var file = TeamsRequests.Message("", _chat);
        file["attachments"] = new JsonArray(new JsonObject { ["contentType"] = "application/vnd.microsoft.teams.file.download.info", ["name"] = "図面.pdf", ["content"] = new JsonObject() });
        await host.StatusAsync(file);

        var note = (await host.SaidAsync(2, _chat))[^1].Outgoing!.Text;

        Assert.DoesNotContain("ファイル", plain, StringComparison.Ordinal);
        Assert.Contains($"[Web のチャット]({host.Address.ToString().TrimEnd('/')}/)", note, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fields_of_a_card_go_to_whoever_takes_them_and_are_acknowledged_when_they_did()
    {
        var card = TeamsRequests.Message("", _chat);
        card["value"] = new JsonObject { ["action"] = "nobody's" };

        Assert.Equal(200, await host.StatusAsync(card));

        // Acknowledged means done: nothing is waited for here.
        var said = await host.Services.GetRequiredService<Conversations>().ReadAsync((await host.PlacesAsync(_chat))[0].ConversationId, -1);
        Assert.Contains("フォーム", said[^1].Outgoing!.Text, StringComparison.Ordinal);
        Assert.True(said[0].Incoming!.IsSubmission);
    }

    private async Task<IReadOnlyList<string>> LeavingAsync(string conversationId)
    {
        await using var context = await host.Services.GetRequiredService<IDbContextFactory<MedtechBotContext>>().CreateDbContextAsync();
        return await context.Set<OutboxRow>().Where(r => r.Kind == OutboxKinds.Teams && r.Key.StartsWith(conversationId)).OrderBy(r => r.Position).Select(r => r.Key).ToListAsync();
    }
}
