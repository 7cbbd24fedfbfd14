using System.Threading.Channels;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace MedtechBot.Storage;

/// <summary>Wakes one follower as soon as rows of a kind are committed in this process. Several signals collapse into one.</summary>
public abstract class CommitSignal<TRow> : SaveChangesInterceptor, IDbTransactionInterceptor
    where TRow : class
{
    private readonly Channel<bool> _raised = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    public void Raise() => _raised.Writer.TryWrite(true);

    /// <summary>Returns when raised, and at the latest after the given time.</summary>
    public async Task WaitAsync(TimeSpan longest, TimeProvider time, CancellationToken cancellation)
    {
        using var late = new CancellationTokenSource(longest, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellation, late.Token);
        try
        {
            await _raised.Reader.ReadAsync(either.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            // Time to look anyway: another process may have written something, or a wait is over.
        }
    }

    public override int SavedChanges(SaveChangesCompletedEventData eventData, int result)
    {
        RaiseFor(eventData.Context);
        return result;
    }

    public override ValueTask<int> SavedChangesAsync(SaveChangesCompletedEventData eventData, int result, CancellationToken cancellationToken = default)
    {
        RaiseFor(eventData.Context);
        return ValueTask.FromResult(result);
    }

    // A transaction of the caller's own ends after its changes were saved.
    public void TransactionCommitted(System.Data.Common.DbTransaction transaction, TransactionEndEventData eventData) => RaiseFor(eventData.Context);

    public Task TransactionCommittedAsync(System.Data.Common.DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        RaiseFor(eventData.Context);
        return Task.CompletedTask;
    }

    private void RaiseFor(DbContext? context)
    {
        if (context?.ChangeTracker.Entries<TRow>().Any() == true)
        {
            Raise();
        }
    }
}
