using MedtechBot.Channels;
using MedtechBot.Deliveries;
using MedtechBot.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.DependencyInjection;

namespace MedtechBot.Host.Tests.Deliveries;

public sealed class OutboxServiceTests(ProductHost host) : IClassFixture<ProductHost>
{
    private static readonly TimeSpan Deadline = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task What_is_committed_is_sent_without_anybody_asking()
    {
        var conversations = host.Services.GetRequiredService<Conversations>();
        var conversation = (await conversations.CreateAsync("asker", ChannelNames.Quick, null)).Id;
        await using (var context = await Database.CreateDbContextAsync())
        {
            var message = new OutgoingMessage { DeliveryKey = "test", Text = "お知らせ" };
            host.Services.GetRequiredService<Outbox>().Add(context, OutboxMessage.ToConversation(conversation, message));
            await context.SaveChangesAsync();
        }

        using var deadline = new CancellationTokenSource(Deadline);
        await foreach (var activities in conversations.FollowAsync(conversation, -1, deadline.Token))
        {
            Assert.Equal("お知らせ", Assert.Single(activities).Outgoing!.Text);
            break;
        }
    }

    [Fact]
    public async Task Every_context_of_the_host_tells_the_outbox_of_its_commits()
    {
        await using var context = await Database.CreateDbContextAsync();

        var watchers = context.GetService<IDbContextOptions>().FindExtension<CoreOptionsExtension>()!.Interceptors;

        Assert.Contains(host.Services.GetRequiredService<OutboxSignal>(), watchers!);
    }

    private IDbContextFactory<MedtechBotContext> Database => host.Services.GetRequiredService<IDbContextFactory<MedtechBotContext>>();
}
