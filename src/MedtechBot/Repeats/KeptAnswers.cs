using MedtechBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace MedtechBot.Repeats;

/// <summary>Sees to it that a request which a program sends again, even at the same moment, is worked on once and answered alike.</summary>
public sealed class KeptAnswers(IDbContextFactory<MedtechBotContext> database, TimeProvider time)
{
    /// <summary>For so long the same is answered; deletion comes by once a day.</summary>
    public static readonly TimeSpan KeptFor = TimeSpan.FromHours(24);

    /// <summary>
    /// Whoever has been at a request for longer than this is taken for dead. Should it live after all, what both write has the same id
    /// and is written once.
    /// </summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private const int Attempts = 5;

    /// <summary>Whether the caller is the one to do it, and otherwise what is to be answered.</summary>
    public async Task<(RepeatState State, KeptAnswer? Answer)> BeginAsync(RepeatableRequest request, CancellationToken cancellation = default)
    {
        for (var attempt = 1; ; attempt++)
        {
            var now = time.GetUtcNow();
            await using var context = await database.CreateDbContextAsync(cancellation);
            if (await Of(context, request).AsNoTracking().SingleOrDefaultAsync(cancellation) is { } known && known.StartedAt > now - KeptFor)
            {
                return known.RequestHash == request.Hash ? await LookAsync(context, request, known, now, cancellation) : (RepeatState.OtherRequest, null);
            }
            await Of(context, request).Where(a => a.StartedAt <= now - KeptFor).ExecuteDeleteAsync(cancellation);
            context.Add(new KeptAnswerRow { ApiKeyId = request.ApiKeyId, RepeatKey = request.RepeatKey, RequestHash = request.Hash, StartedAt = now });
            try
            {
                await context.SaveChangesAsync(cancellation);
                return (RepeatState.Begun, null);
            }
            catch (DbUpdateException) when (attempt < Attempts)
            {
                // Another one came first at the same moment: look at what it does.
            }
        }
    }

    /// <summary>From now on this is the answer.</summary>
    public async Task FinishAsync(RepeatableRequest request, KeptAnswer answer, CancellationToken cancellation = default)
    {
        await using var context = await database.CreateDbContextAsync(cancellation);
        await Of(context, request).Where(a => a.Status == null).ExecuteUpdateAsync(
            set => set.SetProperty(a => a.Status, answer.Status).SetProperty(a => a.Body, answer.Body)
                .SetProperty(a => a.Location, answer.Location).SetProperty(a => a.Ticket, answer.Ticket), cancellation);
    }

    /// <summary>It failed, and may be tried again at once.</summary>
    public async Task AbandonAsync(RepeatableRequest request, CancellationToken cancellation = default)
    {
        await using var context = await database.CreateDbContextAsync(cancellation);
        await Of(context, request).Where(a => a.Status == null).ExecuteDeleteAsync(cancellation);
    }

    private static IQueryable<KeptAnswerRow> Of(MedtechBotContext context, RepeatableRequest request) =>
        context.Set<KeptAnswerRow>().Where(a => a.ApiKeyId == request.ApiKeyId && a.RepeatKey == request.RepeatKey);

    private static async Task<(RepeatState State, KeptAnswer? Answer)> LookAsync(
        MedtechBotContext context, RepeatableRequest request, KeptAnswerRow known, DateTimeOffset now, CancellationToken cancellation)
    {
        if (known.Status is { } status)
        {
            return (RepeatState.Answered, new KeptAnswer(status, known.Body ?? "", known.Location, known.Ticket));
        }
        return (await TakesOverAsync(context, request, known, now, cancellation) ? RepeatState.Begun : RepeatState.Running, null);
    }

    private static async Task<bool> TakesOverAsync(MedtechBotContext context, RepeatableRequest request, KeptAnswerRow known, DateTimeOffset now, CancellationToken cancellation) =>
        known.StartedAt <= now - Patience
        && await Of(context, request).Where(a => a.Status == null && a.StartedAt == known.StartedAt)
            .ExecuteUpdateAsync(set => set.SetProperty(a => a.StartedAt, now), cancellation) == 1;
}
