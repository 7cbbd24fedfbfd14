using MedtechBot.Answers;
using MedtechBot.Channels;
using MedtechBot.Deliveries;
using MedtechBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace MedtechBot.Consultations;

/// <param name="ConversationId">Where the reply goes. The caller has made sure that it is the asker's own.</param>
/// <param name="SubmissionId">Random, made with the form: sending the same form again gives the same ticket.</param>
public sealed record OpenTicketRequest(string ConversationId, string SubmissionId, IntakeForm Form, Language Language)
{
    /// <summary>What was attached to the form; only what this very form holds goes along.</summary>
    public IReadOnlyList<UploadedFile> Files { get; init; } = [];
}

/// <summary>Either the number of the ticket, which is committed, or what must be put right first.</summary>
public sealed record OpenTicketResult(TicketNumber? Number, IReadOnlyList<IntakeProblem> Problems);

/// <summary>Tells whoever is in charge that a ticket was opened.</summary>
public delegate void TicketOpenedNotice(TicketNumber number);

/// <summary>Opens a consultation ticket and has everybody told whom it concerns.</summary>
public sealed class OpenTicket(
    IDbContextFactory<MedtechBotContext> database, TimeProvider time, TicketOpenedNotice? notice = null, DeskTriage? triage = null,
    Outbox? outbox = null, IEnumerable<TicketNews>? news = null, IEnumerable<TicketFollower>? followers = null)
{
    /// <summary>More than this of one conversation in a day is not a person asking for help.</summary>
    public const int MostPerDay = 10;

    private const int LongestHeadline = 120;

    /// <exception cref="KeyNotFoundException">There is no such conversation.</exception>
    public async Task<OpenTicketResult> HandleAsync(OpenTicketRequest request, CancellationToken cancellation = default)
    {
        if (!IsSubmissionId(request.SubmissionId))
        {
            return Problem(IntakeField.Form, request.Language,
                "フォームを開き直して、もう一度お送りください。", "Please open the form again and resend it.");
        }
        if (await FindAsync(request, cancellation) is { } known)
        {
            return new OpenTicketResult(known, []);
        }
        var form = request.Form.Cleaned();
        if (form.Problems(request.Language) is { Count: > 0 } problems)
        {
            return new OpenTicketResult(null, problems);
        }
        try
        {
            return await OpenAsync(request, form, cancellation);
        }
        catch (DbUpdateException)
        {
            if (await FindAsync(request, cancellation) is { } opened)
            {
                // The same form was sent twice at the same moment and the other one opened the ticket.
                return new OpenTicketResult(opened, []);
            }
            throw;
        }
    }

    private async Task<OpenTicketResult> OpenAsync(OpenTicketRequest request, IntakeForm form, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        await using var context = await database.CreateDbContextAsync(cancellation);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellation);
        var number = await TicketCounterRow.NextAsync(context, TicketNumber.YearOf(now), cancellation);
        var tickets = context.Set<TicketRow>();
        // Looked up after the counter was locked: on one database only one opens at a time.
        if (await tickets.Where(t => t.ConversationId == request.ConversationId && t.SubmissionId == request.SubmissionId)
            .Select(t => t.Number).SingleOrDefaultAsync(cancellation) is { } same)
        {
            TicketNumber.TryParse(same, out var known);
            return new OpenTicketResult(known, []);
        }
        if (!await context.Set<ConversationRow>().AnyAsync(c => c.Id == request.ConversationId, cancellation))
        {
            throw new KeyNotFoundException("There is no such conversation.");
        }
        var yesterday = now.AddDays(-1);
        if (await tickets.CountAsync(t => t.ConversationId == request.ConversationId && t.OpenedAt > yesterday, cancellation) >= MostPerDay)
        {
            return Problem(IntakeField.Form, request.Language,
                "短い間に多くの相談が送られました。すでに受け付けた相談への回答をお待ちください。", "Many consultations were sent in a short time. Please wait for the replies to those already accepted.");
        }
        var opened = new TicketOpened(
            now, form.Summary!, form.Email is { Length: > 0 } email ? email : null, request.Language, form.Details, await TakeFilesAsync(context, request, cancellation));
        TicketEvent[] events = triage is null ? [opened] : [opened, triage.Route(opened)];
        var row = new TicketRow { Number = number.Value, ConversationId = request.ConversationId, SubmissionId = request.SubmissionId, Headline = Headline(opened.Summary), OpenedAt = now };
        var ticket = Ticket.Replay(number, request.ConversationId, events);
        row.Mirror(ticket, triage, now);
        tickets.Add(row);
        for (var happened = 1; happened <= events.Length; happened++)
        {
            context.Add(TicketEventRow.Of(number, happened, events[happened - 1]));
            outbox?.Tell(context, news ?? [], followers, Ticket.Replay(number, request.ConversationId, events[..happened]));
        }
        await context.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        TicketMeasures.Opened(ticket);
        notice?.Invoke(number);
        return new OpenTicketResult(number, []);
    }

    private static async Task<IReadOnlyList<UploadedFile>?> TakeFilesAsync(MedtechBotContext context, OpenTicketRequest request, CancellationToken cancellation)
    {
        if (request.Files.Count == 0)
        {
            return null;
        }
        var held = await HeldFiles.Of(context, request.ConversationId, request.SubmissionId, [.. request.Files.Select(f => f.Id)]).ToListAsync(cancellation);
        held.ForEach(h => h.FormId = null);
        return held.Count == 0 ? null : [.. held.Select(UploadedFile.Of)];
    }

    private async Task<TicketNumber?> FindAsync(OpenTicketRequest request, CancellationToken cancellation)
    {
        // Only among the tickets of this conversation: another's submission id says nothing here.
        await using var context = await database.CreateDbContextAsync(cancellation);
        var number = await context.Set<TicketRow>()
            .Where(t => t.ConversationId == request.ConversationId && t.SubmissionId == request.SubmissionId)
            .Select(t => t.Number).SingleOrDefaultAsync(cancellation);
        return TicketNumber.TryParse(number, out var found) ? found : null;
    }

    /// <summary>Whether a form could have been made with this id.</summary>
    public static bool IsSubmissionId(string id) => id is { Length: >= 16 and <= 64 } && id.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');

    private static string Headline(string summary)
    {
        var line = summary.ReplaceLineEndings(" ");
        if (line.Length <= LongestHeadline)
        {
            return line;
        }
        var end = char.IsHighSurrogate(line[LongestHeadline - 1]) ? LongestHeadline - 1 : LongestHeadline;
        return line[..end] + "…";
    }

    private static OpenTicketResult Problem(IntakeField field, Language language, string japanese, string english) =>
        new(null, [new IntakeProblem(field, language == Language.English ? english : japanese)]);
}
