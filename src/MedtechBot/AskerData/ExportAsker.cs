using MedtechBot.Channels;
using MedtechBot.Consultations;
using MedtechBot.Consultations.Intake;
using MedtechBot.LearningFromUse;
using MedtechBot.Retention;
using MedtechBot.Storage;
using MedtechBot.Teams;
using MedtechBot.Turns;
using Microsoft.EntityFrameworkCore;

namespace MedtechBot.AskerData;

/// <summary>Collects all that is kept about one asker.</summary>
public sealed class ExportAsker(IDbContextFactory<MedtechBotContext> database, Conversations conversations, TicketStore tickets, UploadFolder files, TimeProvider time)
{
    public async Task<KeptData> HandleAsync(string askerId, CancellationToken cancellation = default)
    {
        await using var context = await database.CreateDbContextAsync(cancellation);
        var rows = await context.Set<ConversationRow>().AsNoTracking().Where(c => c.AskerId == askerId).OrderBy(c => c.CreatedAt).ThenBy(c => c.Id).ToListAsync(cancellation);
        var kept = new List<KeptConversation>();
        foreach (var row in rows)
        {
            var conversation = new KeptConversation(
                row.Id, row.Channel, row.Language, row.CreatedAt, [.. (await conversations.ReadAsync(row.Id, -1, cancellation)).Select(Message)],
                await TurnsAsync(context, row.Id, cancellation), await TicketsAsync(context, row.Id, cancellation), await FilesAsync(context, row.Id, cancellation), await DraftAsync(context, row.Id, cancellation))
            {
                Teams = await PlaceAsync(context, row.Id, cancellation),
                Learned = await context.Set<LearnedQuestionRow>().Where(q => q.ConversationId == row.Id).OrderBy(q => q.At).ThenBy(q => q.Id)
                    .Select(q => new KeptLearned(q.At, q.Question, q.PassageId, q.ConfirmedBy, q.Status == LearnedStatus.Counts)).ToListAsync(cancellation),
            };
            // Opening the chat alone leaves an empty conversation.
            if (conversation.Messages.Count + conversation.Tickets.Count + conversation.Files.Count > 0 || conversation.Draft is not null || conversation.Teams is not null)
            {
                kept.Add(conversation);
            }
        }
        return new KeptData(time.GetUtcNow(), kept);
    }

    private static KeptMessage Message(Activity activity) => activity.Incoming is { } incoming
        ? new KeptMessage(activity.At, "asker", incoming.Text, [], null)
        : new KeptMessage(activity.At, activity.Outgoing!.SpokenBy ?? "bot", activity.Outgoing.Text,
            [.. (activity.Outgoing.Answer?.Citations ?? []).Select(c => c.Id.Value)], activity.Outgoing.Card);

    private static async Task<IReadOnlyList<KeptTurn>> TurnsAsync(MedtechBotContext context, string conversationId, CancellationToken cancellation)
    {
        var turns = await context.Set<TurnRow>().AsNoTracking().Where(t => t.ConversationId == conversationId).OrderBy(t => t.Sequence).ToListAsync(cancellation);
        var ids = turns.Select(t => t.Id);
        var thumbs = await context.Set<FeedbackRow>().AsNoTracking().Where(f => ids.Contains(f.TurnId)).ToDictionaryAsync(f => f.TurnId, cancellation);
        return [.. turns.Select(t => new KeptTurn(t.At, t.Question, t.Understood, t.Outcome, t.PassageIds, thumbs.GetValueOrDefault(t.Id)?.Reaction, thumbs.GetValueOrDefault(t.Id)?.Comment))];
    }

    private async Task<IReadOnlyList<KeptTicket>> TicketsAsync(MedtechBotContext context, string conversationId, CancellationToken cancellation)
    {
        var kept = new List<KeptTicket>();
        foreach (var text in await context.Set<TicketRow>().Where(t => t.ConversationId == conversationId).OrderBy(t => t.OpenedAt).Select(t => t.Number).ToListAsync(cancellation))
        {
            if (TicketNumber.TryParse(text, out var number) && await tickets.FindAsync(number, cancellation) is { } ticket)
            {
                kept.Add(new KeptTicket(text, ticket.Status, ticket.Outcome, ticket.Details, !ticket.IsClosed, [.. ticket.History.Select(KeptEvents.Of).OfType<KeptEvent>()]));
            }
        }
        return kept;
    }

    // Also one that is too old to be brought back and not deleted yet.
    private static async Task<KeptDraft?> DraftAsync(MedtechBotContext context, string conversationId, CancellationToken cancellation)
    {
        var row = await context.Set<IntakeDraftRow>().AsNoTracking().SingleOrDefaultAsync(d => d.ConversationId == conversationId, cancellation);
        return row?.Read().Form is { } form ? new KeptDraft(row.ChangedAt, form.Summary, form.Email, form.Details) : null;
    }

    private static async Task<KeptPlace?> PlaceAsync(MedtechBotContext context, string conversationId, CancellationToken cancellation) =>
        await context.Set<TeamsConversationRow>().Where(c => c.ConversationId == conversationId)
            .Select(c => new KeptPlace(c.ChannelId, c.TenantId, c.TeamsId, c.Kind, c.TeamId, c.UserId, c.AadObjectId, c.Locale)).SingleOrDefaultAsync(cancellation);

    private async Task<IReadOnlyList<KeptFile>> FilesAsync(MedtechBotContext context, string conversationId, CancellationToken cancellation)
    {
        // What somebody at the desk attached and has not sent is not the asker's; what the asker put off is.
        var uploads = await context.Set<UploadRow>().AsNoTracking()
            .Where(u => u.ConversationId == conversationId && (u.FormId == null || context.Set<IntakeDraftRow>().Any(d => d.ConversationId == conversationId && d.SubmissionId == u.FormId)))
            .OrderBy(u => u.At).ThenBy(u => u.Id).ToListAsync(cancellation);
        return [.. uploads.Select(u => new KeptFile(u.Id, u.Name, u.ContentType, u.Size, u.At, files.Has(u.Id) ? AskerArchive.PathOf(u) : null))];
    }
}
