using System.Net.Http.Json;
using System.Text.Json.Nodes;
using MedtechBot.Channels;
using MedtechBot.Storage;
using MedtechBot.Teams;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace MedtechBot.Host.Tests.Teams;

/// <summary>The product as it is developed: no bot is registered, and activities from this machine are taken.</summary>
public class OpenHost : ProductHost
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    protected override IReadOnlyDictionary<string, string> Settings => new Dictionary<string, string> { ["environment"] = "Development" };

    internal async Task<HttpResponseMessage> SendAsync(JsonObject activity)
    {
        using var client = NewClient();
        return await client.PostAsJsonAsync("api/messages", activity);
    }

    internal async Task<int> StatusAsync(JsonObject activity)
    {
        using var answer = await SendAsync(activity);
        return (int)answer.StatusCode;
    }

    /// <summary>The conversations that somebody has in a place.</summary>
    internal async Task<IReadOnlyList<TeamsConversationRow>> PlacesAsync(string conversation = "chat-1")
    {
        await using var context = await Services.GetRequiredService<IDbContextFactory<MedtechBotContext>>().CreateDbContextAsync();
        return await context.Set<TeamsConversationRow>().AsNoTracking().Where(t => t.TeamsId == conversation).OrderBy(t => t.UserId).ToListAsync();
    }

    /// <summary>What was said in a place where one person is, once there are so many messages of ours.</summary>
    internal async Task<IReadOnlyList<Activity>> SaidAsync(int replies, string conversation = "chat-1")
    {
        using var deadline = new CancellationTokenSource(Patience);
        while (true)
        {
            if (await PlacesAsync(conversation) is [var place])
            {
                var said = await Services.GetRequiredService<Conversations>().ReadAsync(place.ConversationId, -1, deadline.Token);
                if (said.Count(a => a.Outgoing is not null) >= replies)
                {
                    return said;
                }
            }
            await Task.Delay(20, deadline.Token);
        }
    }
}
