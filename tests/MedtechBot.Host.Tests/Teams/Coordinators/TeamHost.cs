using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using MedtechBot.Consultations;
using MedtechBot.Host.Tests.Desk;
using MedtechBot.People;
using MedtechBot.Storage;
using MedtechBot.Teams.Coordinators;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace MedtechBot.Host.Tests.Teams.Coordinators;

/// <summary>The product beside a connector that notes what it is called for, with a team whose people have accounts at the desk.</summary>
public sealed partial class TeamHost : OpenHost, IAsyncLifetime
{
    public const string Tenant = "00000000-0000-0000-0000-000000000001";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    internal FakeConnector Connector { get; private set; } = null!;

    async Task IAsyncLifetime.InitializeAsync() => Connector = await FakeConnector.StartAsync();

    async Task IAsyncLifetime.DisposeAsync()
    {
        await DisposeAsync();
        await Connector.DisposeAsync();
    }

    /// <summary>Somebody with an account, tied by the code that their account's page shows.</summary>
    internal async Task<DeskClient> TiedAsync(string name, Role role, string? tenant = null)
    {
        var desk = await DeskClient.SignedInAsync(this, name, role);
        var code = await CodeAsync(desk);
        Assert.Equal(200, await StatusAsync(Personal(name, $"接続 {code}", tenant)));
        await CalledAsync(c => c.Body?["text"]?.ToString().Contains($"「{name}」さんのアカウントとつながりました", StringComparison.Ordinal) == true);
        return desk;
    }

    internal static async Task<string> CodeAsync(DeskClient desk)
    {
        var page = await desk.SendFormAsync("/desk/account", "/desk/account/teams");
        Assert.Equal(HttpStatusCode.OK, page.Status);
        return Code().Match(page.Html).Groups[1].Value;
    }

    internal JsonObject Personal(string name, string text, string? tenant = null)
    {
        var activity = TeamsRequests.Activity("message", Connector.ServiceUrl, "chat-" + name, "29:" + name);
        activity["text"] = text;
        return By(activity, name, tenant);
    }

    /// <summary>A message that mentions the bot, in a thread of a channel.</summary>
    internal JsonObject InChannel(string name, string channel, string text, string thread = "1", string? tenant = null)
    {
        var activity = Personal(name, text, tenant).InGroup();
        activity["conversation"]!["id"] = $"{channel};messageid={thread}";
        activity["conversation"]!["conversationType"] = "channel";
        return activity;
    }

    /// <summary>Presses a button of a card.</summary>
    internal async Task<JsonObject> PressAsync(string name, string channel, string verb, JsonObject data, string? tenant = null, string channelId = "msteams")
    {
        var activity = InChannel(name, channel, "", tenant: tenant);
        (activity["type"], activity["name"], activity["channelId"]) = ("invoke", "adaptiveCard/action", channelId);
        activity["value"] = new JsonObject { ["action"] = new JsonObject { ["type"] = "Action.Execute", ["verb"] = verb, ["data"] = data.DeepClone() } };
        return await InvokeAsync(activity);
    }

    internal async Task<JsonObject> InvokeAsync(JsonObject activity)
    {
        using var answer = await SendAsync(activity);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return (await answer.Content.ReadFromJsonAsync<JsonObject>())!;
    }

    internal async Task ConnectAsync(string name, string channel, string words = "接続")
    {
        Assert.Equal(200, await StatusAsync(InChannel(name, channel, words)));
        await CalledAsync(c => c.Target.Contains(Uri.EscapeDataString(channel + ";"), StringComparison.Ordinal) && c.Body?["text"]?.ToString().Contains("チャネルを相談デスクと", StringComparison.Ordinal) == true);
    }

    /// <summary>The first call like this, once there is one.</summary>
    internal async Task<ConnectorCall> CalledAsync(Func<ConnectorCall, bool> like)
    {
        using var deadline = new CancellationTokenSource(Patience);
        ConnectorCall? found;
        while ((found = Connector.Calls.FirstOrDefault(like)) is null)
        {
            Assert.False(deadline.IsCancellationRequested, "The connector was called for:\n" + string.Join('\n', Connector.Calls.Select(c => $"{c.Method} {c.Target} {c.Body?.ToJsonString()}")));
            await Task.Delay(30);
        }
        return found;
    }

    /// <summary>The card of a ticket in a channel, once Teams has it and it shows so much.</summary>
    internal async Task<(string TeamsId, JsonObject Card)> CardAsync(string channel, string number, string shows = "相談")
    {
        var call = await CalledAsync(c => c.Target.Contains(Uri.EscapeDataString(channel) + "/", StringComparison.Ordinal) && c.Body?["attachments"]?[0]?["content"] is JsonObject card
            && card.ToJsonString(MedtechBot.Host.Teams.TeamsJson.Options) is var json && json.Contains(number, StringComparison.Ordinal) && json.Contains(shows, StringComparison.Ordinal));
        using var deadline = new CancellationTokenSource(Patience);
        while (true)
        {
            await using var context = await Services.GetRequiredService<IDbContextFactory<MedtechBotContext>>().CreateDbContextAsync(deadline.Token);
            var channels = await context.Set<DeskChannelRow>().Where(c => c.TeamsId == channel).Select(c => c.Id).ToListAsync(deadline.Token);
            if (await context.Set<TicketCardRow>().FirstOrDefaultAsync(c => channels.Contains(c.DeskChannelId) && c.Ticket == number, deadline.Token) is { } row)
            {
                return (row.TeamsId, (JsonObject)call.Body!["attachments"]![0]!["content"]!);
            }
            await Task.Delay(30, deadline.Token);
        }
    }

    internal async Task<Ticket> TicketAsync(string number)
    {
        Assert.True(TicketNumber.TryParse(number, out var parsed));
        return (await Services.GetRequiredService<TicketStore>().FindAsync(parsed))!;
    }

    internal static JsonObject On(Ticket ticket, params (string Name, string Value)[] typed)
    {
        var data = new JsonObject { ["ticket"] = ticket.Number.Value, ["version"] = ticket.Version };
        foreach (var (name, value) in typed)
        {
            data[name] = value;
        }
        return data;
    }

    // One person for each name.
    private static JsonObject By(JsonObject activity, string name, string? tenant)
    {
        activity["from"]!["aadObjectId"] = "aad-" + name;
        activity["conversation"]!["tenantId"] = tenant ?? Tenant;
        return activity;
    }

    [GeneratedRegex("<code>接続 ([A-Z0-9-]+)</code>")]
    private static partial Regex Code();
}
