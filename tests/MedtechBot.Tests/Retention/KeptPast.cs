using System.Globalization;
using MedtechBot.Answers;
using MedtechBot.AskerData;
using MedtechBot.Channels;
using MedtechBot.Consultations;
using MedtechBot.Consultations.Intake;
using MedtechBot.Coordination;
using MedtechBot.Deliveries;
using MedtechBot.Retention;
using MedtechBot.Storage;
using MedtechBot.Tests.Storage;
using MedtechBot.Turns;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace MedtechBot.Tests.Retention;

/// <summary>A database and an uploads folder with things that happened on given days.</summary>
internal sealed class KeptPast(DatabaseKind kind = DatabaseKind.Sqlite) : IDisposable
{
    private readonly DirectoryInfo _uploads = Directory.CreateTempSubdirectory("medtechbot-uploads-");
    private int _tickets;

    public TemporaryDatabase Database { get; } = new(kind);

    public UploadFolder Files => new(_uploads.FullName);

    public DeleteExpired DeleteExpiredOn(string day) => new(
        Database, Remove, Files, Options.Create(new RetentionOptions()), new FixedTime(day), NullLogger<DeleteExpired>.Instance);

    public RemoveConversation Remove => new(Database, Files);

    public EraseAsker EraseAsker
    {
        get
        {
            var time = TimeProvider.System;
            var dispatcher = new Dispatcher(Database, [], new OutboxSignal(), new OutboxFigures(), time, NullLogger<Dispatcher>.Instance);
            var change = new ChangeTicket(new TicketStore(Database, time), new Outbox(time), dispatcher, []);
            return new EraseAsker(Database, new WithdrawTicket(change, time), Remove);
        }
    }

    /// <summary>A question that was answered and found helpful.</summary>
    public async Task<string> ConversationAsync(string day, string asker = "asker", string text = "質問")
    {
        var time = new FixedTime(day);
        var conversations = new Conversations(Database, time);
        var conversation = await conversations.CreateAsync(asker, ChannelNames.DirectLine, Language.Japanese);
        await conversations.AppendAsync(conversation.Id, new IncomingMessage { Text = text });
        var log = new TurnLog(Database, time);
        var answer = new Answer { Outcome = OutcomeKind.Answered, Language = Language.Japanese, Text = "回答" };
        var turn = RandomId.Next();
        await using var context = Database.CreateDbContext();
        await log.AddAsync(context, turn, conversation.Id, 0, new TurnOutcome(answer, new PastTurn(text, text, [], OutcomeKind.Answered)), mayBeThere: false);
        await context.SaveChangesAsync();
        await log.ReactAsync(conversation.Id, turn, Reaction.Up);
        return conversation.Id;
    }

    /// <summary>A ticket that was opened and, unless it is still open, completed on that day.</summary>
    public async Task<string> TicketAsync(string conversationId, string day, bool open = false)
    {
        var at = At(day);
        var number = TicketNumber.Of(at.Year, ++_tickets);
        await using var context = Database.CreateDbContext();
        context.Add(new TicketRow
        {
            Number = number.Value,
            ConversationId = conversationId,
            SubmissionId = RandomId.Next(),
            Headline = "相談",
            OpenedAt = at,
            ChangedAt = at,
            ClosedAt = open ? null : at,
            Status = open ? TicketStatus.Received : TicketStatus.Completed,
            Outcome = open ? null : TicketOutcome.Answered,
            Topic = "reimbursement",
            Version = 1,
        });
        context.Add(TicketEventRow.Of(number, 1, new TicketOpened(at, "相談", "asker@example.jp", Language.Japanese)));
        await context.SaveChangesAsync();
        return number.Value;
    }

    /// <returns>The id of the form.</returns>
    public async Task<string> DraftAsync(string conversationId, string day, string summary = "相談", string? email = null)
    {
        var id = RandomId.Next();
        await new IntakeDrafts(Database, new FixedTime(day)).KeepAsync(conversationId, new IntakeDraft(id, new IntakeForm { Summary = summary, Email = email }, []));
        return id;
    }

    /// <param name="formId">The form that holds it; null once it was sent.</param>
    public async Task<string> UploadAsync(string conversationId, string day, string? formId = null)
    {
        var id = RandomId.Next();
        await File.WriteAllTextAsync(Path.Combine(_uploads.FullName, id), "file");
        await using var context = Database.CreateDbContext();
        context.Add(new UploadRow { Id = id, ConversationId = conversationId, Name = "図面.pdf", ContentType = "application/pdf", Size = 4, At = At(day), FormId = formId });
        await context.SaveChangesAsync();
        return id;
    }

    /// <summary>A file without a row.</summary>
    public string Orphan(DateTimeOffset writtenAt)
    {
        var id = RandomId.Next();
        var path = Path.Combine(_uploads.FullName, id);
        File.WriteAllText(path, "file");
        File.SetLastWriteTimeUtc(path, writtenAt.UtcDateTime);
        return id;
    }

    public async Task<IReadOnlyList<string>> ConversationIdsAsync()
    {
        await using var context = Database.CreateDbContext();
        return await context.Set<ConversationRow>().Select(c => c.Id).ToListAsync();
    }

    public async Task<IReadOnlyList<string>> TicketNumbersAsync()
    {
        await using var context = Database.CreateDbContext();
        return await context.Set<TicketRow>().Select(t => t.Number).ToListAsync();
    }

    /// <summary>The counts as "month thing channel outcome = number", in order.</summary>
    public async Task<IReadOnlyList<string>> CountsAsync()
    {
        await using var context = Database.CreateDbContext();
        var rows = await context.Set<MonthlyCountRow>().AsNoTracking().ToListAsync();
        return [.. rows.Select(c => $"{c.Month} {c.Thing} {c.Channel} {c.Outcome}{(c.Topic.Length > 0 ? "/" + c.Topic : "")} = {c.Number}").Order(StringComparer.Ordinal)];
    }

    public void Dispose()
    {
        Database.Dispose();
        _uploads.Delete(recursive: true);
    }

    private static DateTimeOffset At(string day) => DateTimeOffset.Parse(day, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
}
