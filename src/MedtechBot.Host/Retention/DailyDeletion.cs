using MedtechBot.Retention;

namespace MedtechBot.Host.Retention;

/// <summary>Deletes what has been kept long enough: soon after the start, and every day.</summary>
internal sealed class DailyDeletion(DeleteExpired delete, TimeProvider time, ILogger<DailyDeletion> logger) : BackgroundService
{
    // The first askers after a start do not wait for this.
    private static readonly TimeSpan AfterStart = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Interval = TimeSpan.FromDays(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Delay(AfterStart, time, stoppingToken);
        using var timer = new PeriodicTimer(Interval, time);
        do
        {
            try
            {
                if (await delete.RunAsync(stoppingToken) is { } deleted && deleted != RetentionFigures.None)
                {
                    logger.LogInformation("Kept long enough and deleted: {Deleted}", deleted);
                }
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                logger.LogWarning("What has been kept long enough could not be deleted and is tried again tomorrow: {Failure}", failure.GetType().Name);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
