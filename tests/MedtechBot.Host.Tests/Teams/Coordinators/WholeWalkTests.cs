using System.Text.Json.Nodes;
using MedtechBot.Consultations;
using MedtechBot.Host.Tests.Desk;
using MedtechBot.People;

namespace MedtechBot.Host.Tests.Teams.Coordinators;

/// <summary>A matter from the first word in a chat to its end, without anybody leaving Teams.</summary>
public sealed class WholeWalkTests(TeamHost host) : IClassFixture<TeamHost>
{
    private const string Channel = "19:walk@thread.tacv2";

    [Fact]
    public async Task Asked_in_a_chat_taken_answered_referred_and_closed_in_a_channel()
    {
        using var desk = await host.TiedAsync("歩く佐藤", Role.Coordinator);
        await host.ConnectAsync("歩く佐藤", Channel);
        var number = await AskAsync();

        var (thread, free) = await host.CardAsync(Channel, number, "担当する");
        Assert.Contains("カテーテルの薬事", free.ToJsonString(MedtechBot.Host.Teams.TeamsJson.Options), StringComparison.Ordinal);
        Assert.Equal("29:歩く佐藤", (string?)free["refresh"]!["userIds"]![0]);

        var taken = await host.PressAsync("歩く佐藤", Channel, "desk.take", TeamHost.On(await host.TicketAsync(number)));
        Assert.Equal("application/vnd.microsoft.card.adaptive", (string?)taken["type"]);
        Assert.Contains("返信を送る", taken["value"]!.ToJsonString(MedtechBot.Host.Teams.TeamsJson.Options), StringComparison.Ordinal);
        var changed = await host.CalledAsync(c => c.Method == "PUT" && c.Target.EndsWith("/" + thread, StringComparison.Ordinal) && c.Body!.ToJsonString(MedtechBot.Host.Teams.TeamsJson.Options).Contains("対応中", StringComparison.Ordinal));
        Assert.Equal(thread, (string?)changed.Body!["id"]);

        var reply = host.InChannel("歩く佐藤", Channel, "承認が必要かどうかを調べます。", thread);
        var twice = await Task.WhenAll(host.StatusAsync(reply), host.StatusAsync(reply));
        Assert.Equal([200, 200], twice);
        await host.CalledAsync(c => c.Target.Contains("chat-asker/", StringComparison.Ordinal) && c.Body?["text"]?.ToString().Contains("承認が必要かどうかを調べます", StringComparison.Ordinal) == true);
        Assert.Equal("承認が必要かどうかを調べます。", Assert.Single((await host.TicketAsync(number)).History.OfType<ReplyWritten>()).Text);

        await host.StatusAsync(host.InChannel("歩く佐藤", Channel, "メモ 県にも聞く", thread));
        Assert.Equal("県にも聞く", Assert.Single((await host.TicketAsync(number)).History.OfType<NoteWritten>()).Text);

        await host.PressAsync("歩く佐藤", Channel, "desk.refer", TeamHost.On(await host.TicketAsync(number), ("to", "県の薬務課"), ("reason", "所管のため")));
        await host.CalledAsync(c => c.Target.Contains("chat-asker/", StringComparison.Ordinal) && c.Body?["text"]?.ToString().Contains("県の薬務課", StringComparison.Ordinal) == true);

        var closed = await host.PressAsync("歩く佐藤", Channel, "desk.close", TeamHost.On(await host.TicketAsync(number), ("outcome", "answered")));
        Assert.Contains("完了", closed["value"]!.ToJsonString(MedtechBot.Host.Teams.TeamsJson.Options), StringComparison.Ordinal);
        await host.CalledAsync(c => c.Method == "PUT" && c.Target.EndsWith("/" + thread, StringComparison.Ordinal) && c.Body!.ToJsonString(MedtechBot.Host.Teams.TeamsJson.Options).Contains("完了", StringComparison.Ordinal));
        Assert.Contains("歩く佐藤さんが完了にしました", (await desk.GetAsync($"/desk/tickets/{number}")).Html, StringComparison.Ordinal);
        Assert.Single(host.Connector.Calls, c => c.Method == "POST" && c.Target.Contains(Uri.EscapeDataString(Channel) + "/", StringComparison.Ordinal) && c.Body?["attachments"] is not null);
    }

    // By the form in its dialog, as the button below the welcome opens it.
    private async Task<string> AskAsync()
    {
        var form = await host.InvokeAsync(Dialog("task/fetch", new JsonObject { ["data"] = new JsonObject { ["task"] = "intake" } }));
        Assert.Equal("continue", (string?)form["task"]!["type"]);
        var card = form["task"]!["value"]!["card"]!["content"]!;
        Assert.DoesNotContain("Action.Execute", card.ToJsonString(), StringComparison.Ordinal);
        var data = (JsonObject)card["actions"]![0]!["data"]!.DeepClone();
        var again = await host.InvokeAsync(Dialog("task/submit", new JsonObject { ["data"] = data.DeepClone() }));
        Assert.Equal("continue", (string?)again["task"]!["type"]);
        var summary = card["body"]!.AsArray().First(e => (string?)e!["type"] == "Input.Text")!["id"]!.ToString();
        (data[summary], data["chatOnly"]) = ("カテーテルの薬事について相談したいです。", "true");
        var sent = await host.InvokeAsync(Dialog("task/submit", new JsonObject { ["data"] = data.DeepClone() }));
        var number = System.Text.RegularExpressions.Regex.Match((string)sent["task"]!["value"]!, "C-[0-9]+-[0-9]+").Value;
        await host.CalledAsync(c => c.Target.Contains("chat-asker/", StringComparison.Ordinal) && c.Body?["text"]?.ToString().Contains(number, StringComparison.Ordinal) == true);
        return number;
    }

    private JsonObject Dialog(string name, JsonObject value)
    {
        var activity = host.Personal("asker", "");
        (activity["type"], activity["name"], activity["value"]) = ("invoke", name, value);
        return activity;
    }
}
