using System.Collections.Concurrent;
using System.Data.Common;
using System.Threading.Channels;
using MedtechBot.Consultations;

namespace MedtechBot.Host.Desk.Live;

/// <summary>Tells open pages which tickets changed: at once in this process, within seconds in another one over the same database.</summary>
internal sealed partial class TicketWatch(TicketStore tickets, TicketSignal signal, TimeProvider time, ILogger<TicketWatch> logger) : BackgroundService
{
    private static readonly TimeSpan LookAnyway = TimeSpan.FromSeconds(3);

    // Clocks of several machines differ, and what is committed late bears an earlier time.
    private static readonly TimeSpan Overlap = TimeSpan.FromMinutes(1);

    // A page that does not keep up misses some and looks anew with the next.
    private const int MostWaiting = 100;

    private readonly ConcurrentDictionary<Channel<TicketMoved>, bool> _followers = new();

    /// <summary>Hears of every change from now on, until it is disposed of.</summary>
    public Following Follow()
    {
        var channel = Channel.CreateBounded<TicketMoved>(new BoundedChannelOptions(MostWaiting) { FullMode = BoundedChannelFullMode.DropOldest });
        _followers.TryAdd(channel, true);
        return new Following(this, channel);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var told = new Dictionary<string, int>();
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await signal.WaitAsync(LookAnyway, time, stoppingToken);
                if (!_followers.IsEmpty)
                {
                    told = await TellAsync(told, stoppingToken);
                }
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception failure) when (failure is DbException or InvalidOperationException)
            {
                Failed(failure.GetType().Name);
            }
        }
    }

    private async Task<Dictionary<string, int>> TellAsync(Dictionary<string, int> told, CancellationToken cancellation)
    {
        var recent = await tickets.ListMovedAsync(time.GetUtcNow() - Overlap, cancellation);
        foreach (var moved in recent.Where(m => told.GetValueOrDefault(m.Number) != m.Version))
        {
            foreach (var follower in _followers.Keys)
            {
                follower.Writer.TryWrite(moved);
            }
        }
        return recent.ToDictionary(m => m.Number, m => m.Version);
    }

    internal sealed class Following(TicketWatch watch, Channel<TicketMoved> channel) : IDisposable
    {
        public ChannelReader<TicketMoved> Moved => channel.Reader;

        public void Dispose() => watch._followers.TryRemove(channel, out _);
    }

    [LoggerMessage(LogLevel.Warning, "Open pages of the desk could not be told of changes ({Failure}); the next look is in seconds")]
    private partial void Failed(string failure);
}
