using MedtechBot.Consultations;
using MedtechBot.Host.Tests.Desk;
using MedtechBot.People;
using MedtechBot.Retention;
using Microsoft.Extensions.DependencyInjection;

namespace MedtechBot.Host.Tests.Teams.Coordinators;

public sealed class ConnectedChannelTests(TeamHost host) : IClassFixture<TeamHost>
{
    private readonly string _channel = $"19:{Guid.NewGuid():N}@thread.tacv2";
    private readonly string _name = "田中" + Guid.NewGuid().ToString("N")[..8];

    [Fact]
    public async Task A_channel_gets_what_concerns_its_prefecture_until_it_is_disconnected()
    {
        using var desk = await host.TiedAsync(_name, Role.Coordinator);
        await host.ConnectAsync(_name, _channel, "接続 福島県");
        var (elsewhere, _) = await DeskClient.OpenTicketAsync(host, "大阪の相談", new IntakeDetails { Prefecture = "大阪府" });
        var (near, _) = await DeskClient.OpenTicketAsync(host, "福島の相談", new IntakeDetails { Prefecture = "福島県" });
        await host.CardAsync(_channel, near);
        Assert.DoesNotContain(Posted(), c => c.Contains(elsewhere, StringComparison.Ordinal));

        await host.StatusAsync(host.InChannel(_name, _channel, "切断"));
        await host.CalledAsync(c => c.Body?["text"]?.ToString().Contains("接続をやめました", StringComparison.Ordinal) == true);
        var calls = Posted().Count;
        var other = $"19:{Guid.NewGuid():N}@thread.tacv2";
        await host.ConnectAsync(_name, other);
        var (later, _) = await DeskClient.OpenTicketAsync(host, "福島の相談", new IntakeDetails { Prefecture = "福島県" });
        await host.CardAsync(other, later);

        Assert.Equal(calls, Posted().Count);
    }

    [Fact]
    public async Task Only_a_tied_coordinator_connects_and_a_place_that_is_none_is_asked_for_again()
    {
        await host.StatusAsync(host.InChannel("通りがかり" + _name, _channel, "接続"));
        await ToldAsync("つながっていないため");
        using var expert = await host.TiedAsync("専門家" + _name, Role.Expert);
        await host.StatusAsync(host.InChannel("専門家" + _name, _channel, "接続", "2"));
        await ToldAsync("コーディネーターか管理者だけ");
        using var desk = await host.TiedAsync(_name, Role.Admin);
        await host.StatusAsync(host.InChannel(_name, _channel, "接続 火星", "3"));
        await ToldAsync("都道府県の名前で");

        Assert.DoesNotContain($"{_name} さんが", (await desk.GetAsync("/desk/people")).Html, StringComparison.Ordinal);
        await host.ConnectAsync(_name, _channel);
        Assert.Contains($"{_name} さんが", (await desk.GetAsync("/desk/people")).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_card_of_an_erased_ticket_is_taken_out()
    {
        using var desk = await host.TiedAsync(_name, Role.Coordinator);
        await host.ConnectAsync(_name, _channel);
        var (number, conversation) = await DeskClient.OpenTicketAsync(host, "消される相談");
        var (card, _) = await host.CardAsync(_channel, number);

        Assert.True(await host.Services.GetRequiredService<RemoveConversation>().HandleAsync(conversation, TicketTrace.Count));

        await host.CalledAsync(c => c.Method == "DELETE" && c.Target.EndsWith("/" + card, StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_administrator_unties_somebody_else_and_a_code_that_was_seen_by_another_is_worth_nothing_twice()
    {
        using var desk = await host.TiedAsync(_name, Role.Coordinator);
        var code = await TeamHost.CodeAsync(desk);
        await host.StatusAsync(host.Personal(_name, "connect " + code.ToLowerInvariant()));
        await host.StatusAsync(host.Personal("盗み見" + _name, "接続 " + code));
        await ToldAsync("このコードは使えません");
        using var admin = await DeskClient.SignedInAsync(host, "管理" + _name);
        var id = (await host.Services.GetRequiredService<Accounts>().FindForSignInAsync(_name))!.Id;
        Assert.Contains("Teamsとの接続を解除する", (await admin.GetAsync($"/desk/people/{id}")).Html, StringComparison.Ordinal);

        await admin.SendFormAsync($"/desk/people/{id}", $"/desk/people/{id}/teams/untie");

        Assert.DoesNotContain("Teamsとの接続を解除する", (await admin.GetAsync($"/desk/people/{id}")).Html, StringComparison.Ordinal);
        Assert.Contains("Teamsとの接続の解除", (await admin.GetAsync($"/desk/audit?person={id}")).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cards_follow_the_channel_to_whichever_server_anybody_of_it_comes_from_and_follow_nobody_else()
    {
        using var desk = await host.TiedAsync(_name, Role.Coordinator);
        await host.ConnectAsync(_name, _channel);
        await using var moved = await FakeConnector.StartAsync();
        await using var foreign = await FakeConnector.StartAsync();
        var other = host.InChannel("だれか", "19:other@thread.tacv2", "");
        var client = host.InChannel("だれか", _channel, "");
        client["channelId"] = "directline";
        var tenant = host.InChannel("だれか", _channel, "", tenant: "00000000-0000-0000-0000-000000000009");
        foreach (var stranger in new[] { other, client, tenant })
        {
            (stranger["type"], stranger["serviceUrl"]) = ("typing", foreign.ServiceUrl);
            Assert.Equal(200, await host.StatusAsync(stranger));
        }
        var renewing = host.InChannel("だれか", _channel, "", "99");
        (renewing["type"], renewing["serviceUrl"]) = ("messageReaction", moved.ServiceUrl);
        Assert.Equal(200, await host.StatusAsync(renewing));

        var (number, _) = await DeskClient.OpenTicketAsync(host, "移った後の相談");

        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (!moved.Calls.Any(c => c.Body?["summary"]?.ToString().Contains(number, StringComparison.Ordinal) == true))
        {
            await Task.Delay(30, deadline.Token);
        }
        Assert.Empty(foreign.Calls);
        Assert.DoesNotContain(Posted(), c => c.Contains(number, StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_somebody_wants_of_the_desk_is_answered_with_the_request_where_they_wait_for_it()
    {
        using var desk = await host.TiedAsync(_name, Role.Coordinator);
        var connect = host.InChannel(_name, _channel, "接続");
        connect["deliveryMode"] = "expectReplies";

        var replies = (await host.InvokeAsync(connect))["activities"]!.AsArray();
        var again = (await host.InvokeAsync(connect))["activities"]!.AsArray();

        var reply = Assert.Single(replies)!;
        Assert.Contains("チャネルを相談デスクとつなぎました", (string)reply["text"]!, StringComparison.Ordinal);
        Assert.Equal((string?)connect["id"], (string?)reply["replyToId"]);
        Assert.Equal((string?)reply["id"], (string?)Assert.Single(again)!["id"]);
        Assert.DoesNotContain(host.Connector.Calls, c => c.Target.Contains(Uri.EscapeDataString(_channel), StringComparison.Ordinal));
    }

    private Task<ConnectorCall> ToldAsync(string words) =>
        host.CalledAsync(c => c.Target.Contains(Uri.EscapeDataString(_channel), StringComparison.Ordinal) || c.Target.Contains(Uri.EscapeDataString(_name), StringComparison.Ordinal)
            ? c.Body?["text"]?.ToString().Contains(words, StringComparison.Ordinal) == true : false);

    private List<string> Posted() => [.. host.Connector.Calls
        .Where(c => c.Target.Contains(Uri.EscapeDataString(_channel) + "/", StringComparison.Ordinal) && c.Body?["attachments"] is not null).Select(c => c.Body!.ToJsonString())];
}
