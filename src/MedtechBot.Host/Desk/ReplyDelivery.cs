using MedtechBot.Coordination;

namespace MedtechBot.Host.Desk;

/// <summary>Delivers the replies an earlier process wrote and did not get to deliver, and from time to time what failed since.</summary>
internal sealed class ReplyDelivery(DeliverReply deliver, TimeProvider time, ILogger<ReplyDelivery> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(30);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        do
        {
            try
            {
                await deliver.DrainAsync(stoppingToken);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                logger.LogWarning("Replies could not be delivered and are tried again: {Failure}", failure.GetType().Name);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
