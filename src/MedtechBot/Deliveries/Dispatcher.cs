using System.Collections.Concurrent;
using System.Text.Json;
using MedtechBot.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace MedtechBot.Deliveries;

/// <summary>
/// Sends what the outbox holds, each kind beside the others and some targets at once, in order within a target. What fails is tried
/// again later (<see cref="Retry"/>); what a killed process left is taken over.
/// </summary>
public sealed class Dispatcher(
    IDbContextFactory<MedtechBotContext> database,
    IEnumerable<IDelivery> deliveries,
    OutboxSignal signal,
    OutboxFigures figures,
    TimeProvider time,
    ILogger<Dispatcher> logger)
{
    /// <summary>How long one try may take; less than a lease lasts.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(40);

    /// <summary>How many messages of a kind are on their way from this process at once, for kinds that name no other number.</summary>
    public const int AtOnce = 4;

    private static readonly TimeSpan LookAnyway = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan PatienceWhenStopping = TimeSpan.FromSeconds(5);

    // Under load what comes in this time is looked for once, instead of once each.
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(8);
    private const int AttemptsToSettle = 3;

    private readonly OutboxLeases _leases = new(database, time);
    private readonly Dictionary<string, IDelivery> _deliveries = deliveries.ToDictionary(d => d.Kind);
    private readonly ConcurrentDictionary<(string Kind, string Target), Task> _sending = new();
    private readonly SemaphoreSlim _oneClaims = new(1);
    private readonly CancellationTokenSource _abort = new();

    /// <summary>Sends until cancelled, then lets what is on its way arrive.</summary>
    public async Task RunAsync(CancellationToken cancellation)
    {
        var fresh = true;
        while (!cancellation.IsCancellationRequested)
        {
            try
            {
                if (fresh)
                {
                    await _leases.FreeAbandonedAsync(cancellation);
                    fresh = false;
                }
                if ((await StartDueAsync(cancellation)).Count > 0)
                {
                    await Task.Delay(BetweenLooks, cancellation);
                }
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                logger.LogWarning("The outbox could not be read and is looked at again: {Failure}", failure.GetType().Name);
            }
            catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
            {
                break;
            }
            try
            {
                await signal.WaitAsync(LookAnyway, time, cancellation);
            }
            catch (OperationCanceledException)
            {
                break;
            }
        }
        _abort.CancelAfter(PatienceWhenStopping);
        await Task.WhenAll(Running());
    }

    /// <summary>Sends everything that is due, and returns when nothing is.</summary>
    public async Task DrainAsync(CancellationToken cancellation = default)
    {
        await _leases.FreeAbandonedAsync(cancellation);
        while (true)
        {
            // What ends during the look may have made room for the next of its target, which the look did not see.
            Task[] sending = [.. Running(), .. await StartDueAsync(cancellation)];
            if (sending.Length == 0)
            {
                return;
            }
            await Task.WhenAny(sending).WaitAsync(cancellation);
        }
    }

    /// <summary>
    /// Sends what is due for one target before it returns, so that who caused it sees it done. What cannot be sent now is sent later;
    /// that is no error here.
    /// </summary>
    public async Task DeliverNowAsync(string kind, string target, CancellationToken cancellation = default)
    {
        try
        {
            while (await NextOfAsync(kind, target, cancellation) is { } sending)
            {
                await sending.WaitAsync(cancellation);
            }
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            logger.LogWarning("What is kept for {Kind} could not be sent at once and is sent later: {Failure}", kind, failure.GetType().Name);
        }
    }

    private async Task<Task?> NextOfAsync(string kind, string target, CancellationToken cancellation)
    {
        await _oneClaims.WaitAsync(cancellation);
        try
        {
            if (_sending.TryGetValue((kind, target), out var running) && !running.IsCompleted)
            {
                return running;
            }
            return await _leases.ClaimAsync(kind, 1, target, cancellation) is [var row] ? Start(row) : null;
        }
        finally
        {
            _oneClaims.Release();
        }
    }

    private async Task<IReadOnlyList<Task>> StartDueAsync(CancellationToken cancellation)
    {
        await _oneClaims.WaitAsync(cancellation);
        try
        {
            var started = new List<Task>();
            foreach (var kind in await _leases.DueKindsAsync(_deliveries.Keys, cancellation))
            {
                var room = _deliveries[kind].AtOnce - _sending.Count(s => s.Key.Kind == kind && !s.Value.IsCompleted);
                foreach (var row in room > 0 ? await _leases.ClaimAsync(kind, room, null, cancellation) : [])
                {
                    started.Add(Start(row));
                }
            }
            return started;
        }
        finally
        {
            _oneClaims.Release();
        }
    }

    private IReadOnlyList<Task> Running() => [.. _sending.Values.Where(t => !t.IsCompleted)];

    private Task Start(OutboxRow row)
    {
        var sending = Task.Run(() => SendAsync(row));
        _sending[(row.Kind, row.Target)] = sending;
        _ = sending.ContinueWith(
            done =>
            {
                _sending.TryRemove(new((row.Kind, row.Target), done));
                signal.Raise(); // There is room again, and perhaps a next one for the same target.
            },
            CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        return sending;
    }

    private async Task SendAsync(OutboxRow row)
    {
        try
        {
            var delivery = _deliveries[row.Kind];
            var outcome = await TryAsync(delivery, row);
            await SettleAsync(row, outcome);
            Count(delivery, row, outcome);
        }
        catch (Exception failure)
        {
            // Its lease will run out and it is looked at again.
            logger.LogWarning("What became of {Kind} {Key} could not be written down: {Failure}", row.Kind, row.Key, failure.GetType().Name);
        }
    }

    private async Task<DeliveryOutcome> TryAsync(IDelivery delivery, OutboxRow row)
    {
        using var late = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(_abort.Token, late.Token);
        try
        {
            return await delivery.DeliverAsync(row, either.Token);
        }
        catch (OperationCanceledException) when (either.IsCancellationRequested && !_abort.IsCancellationRequested)
        {
            return DeliveryOutcome.Unacknowledged("timeout");
        }
        catch (JsonException)
        {
            return DeliveryOutcome.Refused("payload");
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            var code = failure.GetType().Name;
            return DeliveryOutcome.TryAgain(code.Length <= DeliveryOutcome.LongestCode ? code : code[..DeliveryOutcome.LongestCode]);
        }
    }

    private async Task SettleAsync(OutboxRow row, DeliveryOutcome outcome)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                var settled = await _leases.SettleAsync(row, attempt < AttemptsToSettle ? outcome : outcome with { Receipt = null }, _deliveries[row.Kind].FirstWait, CancellationToken.None);
                if (settled.Again < LookAnyway)
                {
                    _ = Task.Delay(settled.Again.Value + BetweenLooks, time).ContinueWith(_ => signal.Raise(), TaskScheduler.Default);
                }
                if (settled.IsGivenUp)
                {
                    figures.GivenUp(row.Kind);
                    logger.LogError("Gave up on {Kind} {Key} after {Attempts} tries: {Code}", row.Kind, row.Key, row.Attempts, outcome.Code);
                }
                else if (outcome.Result != DeliveryResult.Delivered)
                {
                    logger.LogWarning("{Kind} {Key} could not be delivered and is tried again: {Code}", row.Kind, row.Key, outcome.Code);
                }
                return;
            }
            catch (Exception failure) when (failure is not OperationCanceledException && attempt < AttemptsToSettle)
            {
                // A message that arrived and is not marked would be sent again; in the end the mark matters more than the receipt.
            }
        }
    }

    private void Count(IDelivery delivery, OutboxRow row, DeliveryOutcome outcome)
    {
        var arrived = outcome.Result == DeliveryResult.Delivered;
        if (row.MayHaveArrived && (arrived || outcome.MayHaveArrived) && !delivery.KnowsRepeats)
        {
            figures.Repeated(row.Kind);
        }
        if (arrived)
        {
            figures.Delivered(row.Kind);
        }
        else
        {
            figures.Failed(row.Kind);
        }
    }
}
