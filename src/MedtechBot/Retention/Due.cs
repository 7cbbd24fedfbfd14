using MedtechBot.Channels;
using MedtechBot.Consultations;
using MedtechBot.Consultations.Intake;
using MedtechBot.People;
using MedtechBot.Repeats;
using MedtechBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace MedtechBot.Retention;

/// <summary>What is to be deleted at a moment, by id.</summary>
internal sealed class Due(MedtechBotContext context, RetentionOptions options, DateTimeOffset now)
{
    private readonly DateTimeOffset _conversations = now.AddDays(-options.ConversationDays);
    private readonly DateTimeOffset _tickets = now.AddDays(-options.TicketDays);
    private readonly DateTimeOffset _uploads = now.AddDays(-options.UploadDays);
    private readonly DateTimeOffset _unsent = now - UnsentFor;
    private readonly DateTimeOffset _audit = now.AddDays(-options.AuditDays);
    private readonly DateTimeOffset _drafts = now - IntakeDrafts.KeptFor;
    private readonly DateTimeOffset _answers = now - Repeats.KeptAnswers.KeptFor;

    /// <summary>How long a file waits for its form to be sent; with a consultation that was put off it waits as long as that.</summary>
    public static readonly TimeSpan UnsentFor = TimeSpan.FromDays(1);

    /// <summary>Nobody has said anything for long, and no ticket of it is to be kept.</summary>
    public IQueryable<string> Conversations => context.Set<ConversationRow>()
        .Where(c => c.CreatedAt < _conversations)
        .Where(c => !context.Set<ActivityRow>().Any(a => a.ConversationId == c.Id && a.At >= _conversations))
        .Where(c => !context.Set<TicketRow>().Any(t => t.ConversationId == c.Id && !(t.ClosedAt != null && t.ClosedAt < _tickets)))
        .Select(c => c.Id);

    /// <summary>Those whose conversation goes at the same time are not among them.</summary>
    public IQueryable<string> Tickets => context.Set<TicketRow>()
        .Where(t => t.ClosedAt != null && t.ClosedAt < _tickets && !Conversations.Contains(t.ConversationId))
        .Select(t => t.Number);

    public IQueryable<string> Uploads => context.Set<UploadRow>()
        .Where(u => !Conversations.Contains(u.ConversationId))
        .Where(u => u.FormId == null
            ? u.At < _uploads && !context.Set<TicketRow>().Any(t => t.ConversationId == u.ConversationId && t.ClosedAt == null)
            : u.At < _unsent && !context.Set<IntakeDraftRow>().Any(d => d.ConversationId == u.ConversationId && d.SubmissionId == u.FormId && d.ChangedAt >= _drafts))
        .Select(u => u.Id);

    public IQueryable<string> ErasedTickets => context.Set<ErasedTicketRow>().Where(t => t.CompletedAt < _tickets).Select(t => t.Number);

    /// <summary>Forms that were begun and never sent.</summary>
    public IQueryable<IntakeDraftRow> Drafts => context.Set<IntakeDraftRow>().Where(d => d.ChangedAt < _drafts);

    /// <summary>What programs were answered, with the tickets in it.</summary>
    public IQueryable<KeptAnswerRow> KeptAnswers => context.Set<KeptAnswerRow>().Where(a => a.StartedAt <= _answers);

    /// <summary>Used or not: nothing of them counts any more, and the audit log has told the rest.</summary>
    public IQueryable<InvitationRow> Invitations => context.Set<InvitationRow>().Where(i => i.ExpiresAt < now);

    public IQueryable<DeskLinkRow> DeskLinks => context.Set<DeskLinkRow>().Where(l => l.ExpiresAt < now);

    public IQueryable<AuditRow> AuditLines => context.Set<AuditRow>().Where(a => a.At < _audit);
}
