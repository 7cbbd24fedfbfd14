using MedtechBot.Channels;
using MedtechBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace MedtechBot.Turns;

/// <summary>Finds messages that were kept and never answered.</summary>
public sealed class UnansweredMessages(IDbContextFactory<MedtechBotContext> database, TimeProvider time)
{
    /// <summary>Older ones are not answered any more: whoever asked has gone on.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromHours(24);

    /// <summary>Those of a channel, in the order they came. Forms are not among them, since their fields are not kept.</summary>
    public async Task<IReadOnlyList<(ConversationRow Conversation, Activity Message)>> FindAsync(string channel, CancellationToken cancellation = default)
    {
        var since = time.GetUtcNow() - Longest;
        await using var context = await database.CreateDbContextAsync(cancellation);
        var rows = await context.Set<ActivityRow>().AsNoTracking().Where(a => a.At >= since)
            .Join(context.Set<ConversationRow>().Where(c => c.Channel == channel), a => a.ConversationId, c => c.Id, (a, c) => new { Activity = a, Conversation = c })
            .OrderBy(r => r.Activity.At).ThenBy(r => r.Activity.Sequence).ToListAsync(cancellation);
        var activities = rows.Select(r => (r.Conversation, Activity: ConversationJson.Read(r.Activity))).ToList();
        var answered = activities.Select(a => a.Activity.Outgoing?.AnswerTo).OfType<string>().ToHashSet(StringComparer.Ordinal);
        return [.. activities.Where(a => a.Activity.Incoming is { IsSubmission: false } said && said.WaitsForReply != true && !answered.Contains(a.Activity.Id))];
    }
}
