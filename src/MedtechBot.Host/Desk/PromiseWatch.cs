using MedtechBot.Coordination;

namespace MedtechBot.Host.Desk;

/// <summary>Has promises looked after every minute.</summary>
internal sealed class PromiseWatch(KeepPromises promises, TimeProvider time, ILogger<PromiseWatch> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await promises.HandleAsync(stoppingToken);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                logger.LogWarning("Promises could not be looked after and are tried again: {Failure}", failure.GetType().Name);
            }
        }
    }
}
