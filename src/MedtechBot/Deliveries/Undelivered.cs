using System.Linq.Expressions;
using MedtechBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace MedtechBot.Deliveries;

/// <summary>What tells of a ticket and does not arrive, for people to see and to send again once they have put right why.</summary>
public sealed class Undelivered(IDbContextFactory<MedtechBotContext> database, OutboxSignal signal, TimeProvider time)
{
    // Some ten minutes of trying: what fails only for a moment is nobody's business. A chat is tried faster at first.
    private const int NotableAttempts = 8;
    private const int NotableAttemptsInChats = 12;

    /// <summary>Whether people should know of it: it was given up, or fails again and again.</summary>
    internal static Expression<Func<OutboxRow, bool>> IsNotable { get; } =
        r => r.DoneAt == null && r.Ticket != null && (r.GivenUpAt != null || r.Attempts >= (r.Kind == OutboxKinds.Teams ? NotableAttemptsInChats : NotableAttempts));

    public async Task<IReadOnlyList<UndeliveredMessage>> ListAsync(string ticket, CancellationToken cancellation = default)
    {
        await using var context = await database.CreateDbContextAsync(cancellation);
        return await context.Set<OutboxRow>().Where(IsNotable).Where(r => r.Ticket == ticket).OrderBy(r => r.Position)
            .Select(r => new UndeliveredMessage(r.Kind, r.Key, r.CreatedAt, r.GivenUpAt, r.LastFailure)).ToListAsync(cancellation);
    }

    /// <summary>Has all of them tried as if they were new, except what is being sent at this moment.</summary>
    public async Task SendAgainAsync(string ticket, CancellationToken cancellation = default)
    {
        var now = time.GetUtcNow();
        await using var context = await database.CreateDbContextAsync(cancellation);
        await context.Set<OutboxRow>().Where(IsNotable).Where(r => r.Ticket == ticket && r.LeaseHolder == null).ExecuteUpdateAsync(set => set
            .SetProperty(r => r.GivenUpAt, (DateTimeOffset?)null).SetProperty(r => r.LastFailure, (string?)null).SetProperty(r => r.Attempts, 0)
            .SetProperty(r => r.CreatedAt, now).SetProperty(r => r.NotBefore, now), cancellation);
        signal.Raise();
    }
}

/// <summary>Nothing of what it says or whom it is for.</summary>
/// <param name="Kind">One of <see cref="OutboxKinds"/>.</param>
/// <param name="GivenUpAt">Null while it is still tried.</param>
public sealed record UndeliveredMessage(string Kind, string Key, DateTimeOffset CreatedAt, DateTimeOffset? GivenUpAt, string? Failure);
