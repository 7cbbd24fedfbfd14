using MedtechBot.Deliveries;

namespace MedtechBot.Host.Deliveries;

/// <summary>Keeps the outbox moving while the host runs.</summary>
internal sealed class OutboxService(Dispatcher dispatcher, OutboxUpkeep upkeep, TimeProvider time, ILogger<OutboxService> logger) : BackgroundService
{
    private static readonly TimeSpan BetweenUpkeeps = TimeSpan.FromHours(1);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(dispatcher.RunAsync(stoppingToken), KeepUpAsync(stoppingToken));

    private async Task KeepUpAsync(CancellationToken stopping)
    {
        using var timer = new PeriodicTimer(BetweenUpkeeps, time);
        do
        {
            try
            {
                await upkeep.RunAsync(stopping);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                logger.LogWarning("The outbox could not be cleared up: {Failure}", failure.GetType().Name);
            }
        }
        while (await timer.WaitForNextTickAsync(stopping));
    }
}
