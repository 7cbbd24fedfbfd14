using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using MedtechBot.Channels;
using MedtechBot.Deliveries;
using MedtechBot.Host.DirectLine;
using MedtechBot.Host.Teams;
using MedtechBot.Storage;
using MedtechBot.Teams;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;

namespace MedtechBot.Host.Tests.Teams.Unkind;

/// <summary>Some hosts over one database that send to Teams, as the product's own parts make them, with all of their figures summed.</summary>
internal sealed class TeamsHosts : IAsyncDisposable
{
    private readonly IDbContextFactory<MedtechBotContext> _database;
    private readonly MeterListener _listener = new();
    private readonly OutboxFigures _figures = new();
    private readonly ConcurrentDictionary<string, long> _counted = new();
    private readonly List<OutboxSignal> _signals = [];
    private readonly CancellationTokenSource _stop = new();
    private readonly List<Task> _running = [];

    public TeamsHosts(IDbContextFactory<MedtechBotContext> database, int hosts, TimeSpan patience)
    {
        _database = database;
        Conversations = new Conversations(database, TimeProvider.System, [new TeamsChannel(new Outbox(TimeProvider.System))]);
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (ReferenceEquals(instrument.Meter, _figures.Meter))
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<long>((instrument, value, _, _) => _counted.AddOrUpdate(instrument.Name, value, (_, sum) => sum + value));
        _listener.Start();
        for (var host = 0; host < hosts; host++)
        {
            var signal = new OutboxSignal();
            _signals.Add(signal);
            _running.Add(new Dispatcher(database, [Delivery(database, patience)], signal, _figures, TimeProvider.System, NullLogger<Dispatcher>.Instance).RunAsync(_stop.Token));
        }
    }

    public Conversations Conversations { get; }

    public long Counted(string name) => _counted.GetValueOrDefault("medtechbot.outbox." + name);

    public static TeamsDelivery Delivery(IDbContextFactory<MedtechBotContext> database, TimeSpan? patience = null, ConnectorSettings? settings = null, Connectors.Counted? credential = null) =>
        new(database, Connectors.Client(credential, patience), settings ?? Connectors.Settings, new PublicAddress(new ConfigurationBuilder().Build()), TimeProvider.System);

    /// <summary>A conversation that came from the connector.</summary>
    public static async Task<string> OpenAsync(IDbContextFactory<MedtechBotContext> database, Conversations conversations, string serviceUrl, string teamsId)
    {
        var conversation = await conversations.CreateAsync("asker", ChannelNames.Teams, null);
        await using var context = await database.CreateDbContextAsync();
        context.Add(new TeamsConversationRow
        {
            Id = RandomId.Next(),
            ConversationId = conversation.Id,
            TeamsId = teamsId,
            ChannelId = "msteams",
            ServiceUrl = serviceUrl,
            TenantId = "tenant",
            BotId = "28:bot",
            UserId = "29:user",
            Kind = TeamsKinds.Personal,
            SeenAt = conversation.CreatedAt,
        });
        await context.SaveChangesAsync();
        return conversation.Id;
    }

    public async Task SayAsync(string conversationId, string text)
    {
        await Conversations.SendAsync(conversationId, new OutgoingMessage { DeliveryKey = text, Text = text });
        _signals.ForEach(s => s.Raise());
    }

    /// <summary>Returns when nothing waits any more.</summary>
    public async Task UntilAllLeftAsync(TimeSpan deadline)
    {
        using var late = new CancellationTokenSource(deadline);
        while (true)
        {
            await using (var context = await _database.CreateDbContextAsync())
            {
                if (!await context.Set<OutboxRow>().AnyAsync(r => r.DoneAt == null && r.GivenUpAt == null, late.Token))
                {
                    return;
                }
            }
            await Task.Delay(50, late.Token);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await Task.WhenAll(_running);
        _listener.Dispose();
        _figures.Dispose();
        _stop.Dispose();
    }
}
