using System.Text.Json.Nodes;
using MedtechBot.Consultations;
using MedtechBot.Host.Teams;
using MedtechBot.Host.Tests.Desk;
using MedtechBot.People;
using Microsoft.Extensions.DependencyInjection;

namespace MedtechBot.Host.Tests.Teams.Coordinators;

/// <summary>Who may do what from a channel is what their account may at the desk, and nothing that a card carries changes it.</summary>
public sealed class WhoMayTests(TeamHost host) : IClassFixture<TeamHost>
{
    private static readonly string[] Verbs = ["desk.take", "desk.reply", "desk.ask", "desk.refer", "desk.close", "desk.view"];

    private readonly string _channel = $"19:{Guid.NewGuid():N}@thread.tacv2";
    private readonly string _name = "佐藤" + Guid.NewGuid().ToString("N")[..8];

    [Fact]
    public async Task Nobody_else_does_anything_by_a_card_or_in_its_thread()
    {
        using var desk = await host.TiedAsync(_name, Role.Coordinator);
        using var expert = await host.TiedAsync("専門家" + _name, Role.Expert);
        using var untied = await host.TiedAsync("以前の" + _name, Role.Coordinator);
        await host.ConnectAsync(_name, _channel);
        var (number, conversation) = await DeskClient.OpenTicketAsync(host, "ステントの相談");
        var (thread, _) = await host.CardAsync(_channel, number);
        await host.PressAsync(_name, _channel, "desk.take", TeamHost.On(await host.TicketAsync(number)));
        await untied.SendFormAsync("/desk/account", "/desk/account/teams/untie");
        var before = await host.TicketAsync(number);

        foreach (var (who, tenant, channelId) in new (string, string?, string)[]
        {
            ("だれか", null, "msteams"), ("専門家" + _name, null, "msteams"), ("以前の" + _name, null, "msteams"),
            (_name, "00000000-0000-0000-0000-000000000002", "msteams"), (_name, null, "webchat"),
        })
        {
            foreach (var verb in Verbs)
            {
                var answer = await host.PressAsync(who, _channel, verb, Filled(before), tenant, channelId);
                Assert.Equal("application/vnd.microsoft.activity.message", (string?)answer["type"]);
                Assert.DoesNotContain("ステント", answer.ToJsonString(TeamsJson.Options), StringComparison.Ordinal);
            }
            var written = host.InChannel(who, _channel, "こっそり送る返信", thread, tenant);
            written["channelId"] = channelId;
            Assert.Equal(200, await host.StatusAsync(written));
        }
        await host.CalledAsync(c => c.Body?["text"]?.ToString().Contains("この発言は相談者に送っていません", StringComparison.Ordinal) == true);

        Assert.Equal(before.Version, (await host.TicketAsync(number)).Version);
        Assert.DoesNotContain(await host.Services.GetRequiredService<MedtechBot.Channels.Conversations>().ReadAsync(conversation, -1), a => a.Outgoing?.Text.Contains("こっそり", StringComparison.Ordinal) == true);
    }

    [Fact]
    public async Task Of_two_who_take_at_once_one_has_it_and_the_other_is_told_who()
    {
        var names = new[] { _name, "鈴木" + _name };
        using var first = await host.TiedAsync(names[0], Role.Coordinator);
        using var second = await host.TiedAsync(names[1], Role.Admin);
        var (number, _) = await DeskClient.OpenTicketAsync(host);
        var ticket = await host.TicketAsync(number);

        var answers = await Task.WhenAll(names.Select(n => host.PressAsync(n, _channel, "desk.take", TeamHost.On(ticket))));

        var holder = (await host.TicketAsync(number)).Holder!;
        var (winner, loser) = holder == names[0] ? (answers[0], answers[1]) : (answers[1], answers[0]);
        Assert.Contains("担当になりました", winner.ToJsonString(TeamsJson.Options), StringComparison.Ordinal);
        Assert.Contains($"{holder}さんが担当しています", loser.ToJsonString(TeamsJson.Options), StringComparison.Ordinal);
        Assert.Single((await host.TicketAsync(number)).History.OfType<TicketTaken>());
    }

    [Fact]
    public async Task A_button_pressed_again_does_nothing_new_and_what_was_typed_on_an_old_card_is_not_lost()
    {
        using var desk = await host.TiedAsync(_name, Role.Coordinator);
        var (number, _) = await DeskClient.OpenTicketAsync(host);
        await host.PressAsync(_name, _channel, "desk.take", TeamHost.On(await host.TicketAsync(number)));
        var seen = TeamHost.On(await host.TicketAsync(number), ("reply", "承認が必要です。"));

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => host.PressAsync(_name, _channel, "desk.reply", seen)));

        Assert.All(answers, a => Assert.Contains("相談者に送りました", a.ToJsonString(TeamsJson.Options), StringComparison.Ordinal));
        Assert.Single((await host.TicketAsync(number)).History.OfType<ReplyWritten>());
        seen["reply"] = "前の画面で書いた別の返信";
        var late = (await host.PressAsync(_name, _channel, "desk.reply", seen)).ToJsonString(TeamsJson.Options);
        Assert.Contains("更新されました", late, StringComparison.Ordinal);
        Assert.Contains("前の画面で書いた別の返信", late, StringComparison.Ordinal);
        Assert.Single((await host.TicketAsync(number)).History.OfType<ReplyWritten>());
    }

    [Fact]
    public async Task Of_a_confidential_ticket_a_channel_learns_number_and_state_and_nothing_is_written_from_there()
    {
        using var desk = await host.TiedAsync(_name, Role.Coordinator);
        await host.ConnectAsync(_name, _channel);
        var (number, _) = await DeskClient.OpenTicketAsync(host, "未公開の弁の機構", new IntakeDetails { IsConfidential = true, Prefecture = "福島県" });
        var (thread, card) = await host.CardAsync(_channel, number);
        Assert.All(["弁の機構", "福島県"], word => Assert.DoesNotContain(word, card.ToJsonString(TeamsJson.Options), StringComparison.Ordinal));

        var taken = await host.PressAsync(_name, _channel, "desk.take", TeamHost.On(await host.TicketAsync(number)));
        var refused = await host.PressAsync(_name, _channel, "desk.reply", Filled(await host.TicketAsync(number)));
        await host.StatusAsync(host.InChannel(_name, _channel, "うっかり返信", thread));

        Assert.All([taken, refused], answer => Assert.DoesNotContain("弁の機構", answer.ToJsonString(TeamsJson.Options), StringComparison.Ordinal));
        Assert.Contains("秘密の相談のため", refused.ToJsonString(TeamsJson.Options), StringComparison.Ordinal);
        Assert.Empty((await host.TicketAsync(number)).History.OfType<ReplyWritten>());
        Assert.Equal(_name, (await host.TicketAsync(number)).Holder);
    }

    [Fact]
    public async Task Values_of_a_card_that_cannot_be_meant_are_refused_and_never_an_error()
    {
        using var desk = await host.TiedAsync(_name, Role.Coordinator);
        foreach (var value in new JsonNode?[]
        {
            null, "text", new JsonObject(), new JsonObject { ["action"] = "x" }, Action("desk.take", null), Action("desk.take", new JsonArray()), Action("desk.fly", TeamHost.On(await NewAsync())),
            Action("desk.take", new JsonObject { ["ticket"] = 7, ["version"] = 1 }), Action("desk.take", new JsonObject { ["ticket"] = "C-2026-0001", ["version"] = "1" }),
            Action("desk.take", new JsonObject { ["ticket"] = new string('9', 5000), ["version"] = 1 }), Action("desk.take", new JsonObject { ["ticket"] = "C-2026-0001", ["version"] = 1e40 }),
        })
        {
            var activity = host.InChannel(_name, _channel, "");
            (activity["type"], activity["name"], activity["value"]) = ("invoke", "adaptiveCard/action", value?.DeepClone());
            Assert.Equal(400, await host.StatusAsync(activity));
        }
        var strange = await host.PressAsync(_name, _channel, "desk.close", TeamHost.On(await NewAsync(), ("outcome", "withdrawn")));
        Assert.Contains("結果を選んでください", strange.ToJsonString(TeamsJson.Options), StringComparison.Ordinal);
    }

    private async Task<Ticket> NewAsync() => await host.TicketAsync((await DeskClient.OpenTicketAsync(host)).Number);

    private static JsonObject Action(string verb, JsonNode? data) => new() { ["action"] = new JsonObject { ["type"] = "Action.Execute", ["verb"] = verb, ["data"] = data } };

    private static JsonObject Filled(Ticket ticket) =>
        TeamHost.On(ticket, ("reply", "こっそり送る返信"), ("ask", "こっそり"), ("to", "こっそり"), ("reason", "こっそり"), ("outcome", "out-of-scope"));
}
