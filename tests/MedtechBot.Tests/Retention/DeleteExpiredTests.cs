using System.Text;
using MedtechBot.Channels;
using MedtechBot.Consultations.Intake;
using MedtechBot.People;
using MedtechBot.Repeats;
using MedtechBot.Retention;
using MedtechBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace MedtechBot.Tests.Retention;

public abstract class DeleteExpiredTests(DatabaseKind kind) : IDisposable
{
    private readonly KeptPast _past = new(kind);

    public sealed class OnSqlite() : DeleteExpiredTests(DatabaseKind.Sqlite);

    public sealed class OnPostgres() : DeleteExpiredTests(DatabaseKind.Postgres);

    public void Dispose() => _past.Dispose();

    [SkippableFact]
    public async Task A_conversation_goes_a_year_after_its_last_message_and_leaves_counts()
    {
        await _past.ConversationAsync("2025-01-31T15:00:00"); // in Japan it is February
        var young = await _past.ConversationAsync("2025-02-02");

        var deleted = await _past.DeleteExpiredOn("2026-02-01").RunAsync();

        Assert.Equal(new RetentionFigures(1, 0, 0, 0, 0), deleted);
        Assert.Equal([young], await _past.ConversationIdsAsync());
        Assert.Equal(
            ["2025-02 conversation directline  = 1", "2025-02 thumb directline Up = 1", "2025-02 turn directline Answered = 1"],
            await _past.CountsAsync());
    }

    [SkippableFact]
    public async Task A_ticket_is_kept_with_its_conversation_until_five_years_after_its_completion()
    {
        var conversation = await _past.ConversationAsync("2020-01-01");
        var number = await _past.TicketAsync(conversation, "2021-03-01");

        Assert.Equal(RetentionFigures.None, await _past.DeleteExpiredOn("2026-02-27").RunAsync());
        Assert.Equal([number], await _past.TicketNumbersAsync());

        Assert.Equal(new RetentionFigures(1, 0, 0, 0, 0), await _past.DeleteExpiredOn("2026-03-02").RunAsync());
        Assert.Empty(await _past.ConversationIdsAsync());
        Assert.Contains("2021-03 ticket directline answered/reimbursement = 1", await _past.CountsAsync());
    }

    [SkippableFact]
    public async Task An_old_ticket_leaves_a_conversation_that_goes_on()
    {
        var conversation = await _past.ConversationAsync("2026-01-01");
        await _past.TicketAsync(conversation, "2019-01-01");

        Assert.Equal(new RetentionFigures(0, 1, 0, 0, 0), await _past.DeleteExpiredOn("2026-03-01").RunAsync());
        Assert.Empty(await _past.TicketNumbersAsync());
        Assert.Equal([conversation], await _past.ConversationIdsAsync());
    }

    [SkippableFact]
    public async Task Nothing_goes_while_a_ticket_is_open()
    {
        var conversation = await _past.ConversationAsync("2015-01-01");
        await _past.TicketAsync(conversation, "2015-01-01", open: true);
        var file = await _past.UploadAsync(conversation, "2015-01-01");

        Assert.Equal(RetentionFigures.None, await _past.DeleteExpiredOn("2026-03-01").RunAsync());
        Assert.True(_past.Files.Has(file));
    }

    [SkippableFact]
    public async Task A_file_goes_a_year_after_it_was_sent_while_its_conversation_stays()
    {
        var conversation = await _past.ConversationAsync("2026-01-01");
        var old = await _past.UploadAsync(conversation, "2024-01-01");
        var young = await _past.UploadAsync(conversation, "2026-01-01");

        Assert.Equal(new RetentionFigures(0, 0, 1, 0, 0), await _past.DeleteExpiredOn("2026-03-01").RunAsync());
        Assert.Equal((false, true), (_past.Files.Has(old), _past.Files.Has(young)));
    }

    [SkippableFact]
    public async Task A_file_whose_form_was_not_sent_goes_after_a_day_or_with_the_consultation_that_was_put_off()
    {
        var conversation = await _past.ConversationAsync("2026-02-28");
        await _past.TicketAsync(conversation, "2026-02-28", open: true);
        var (given, forgotten) = (await _past.UploadAsync(conversation, "2026-02-27"), await _past.UploadAsync(conversation, "2026-02-27", RandomId.Next()));
        var fresh = await _past.UploadAsync(conversation, "2026-03-01", RandomId.Next());
        var putOff = await _past.UploadAsync(conversation, "2026-02-20", await _past.DraftAsync(conversation, "2026-02-20"));

        Assert.Equal(1, (await _past.DeleteExpiredOn("2026-03-01").PreviewAsync()).Uploads);
        Assert.Equal(1, (await _past.DeleteExpiredOn("2026-03-01").RunAsync())!.Uploads);
        Assert.Equal((true, false, true, true), (_past.Files.Has(given), _past.Files.Has(forgotten), _past.Files.Has(fresh), _past.Files.Has(putOff)));

        Assert.Equal(2, (await _past.DeleteExpiredOn("2026-03-23").RunAsync())!.Uploads);
        Assert.Equal((true, false), (_past.Files.Has(given), _past.Files.Has(putOff)));
    }

    [SkippableFact]
    public async Task A_preview_tells_the_same_and_deletes_nothing()
    {
        var gone = await _past.ConversationAsync("2020-01-01");
        await _past.UploadAsync(gone, "2020-01-01");
        await _past.TicketAsync(gone, "2020-01-01");
        var stays = await _past.ConversationAsync("2026-01-01");
        await _past.UploadAsync(stays, "2020-01-01");
        await _past.TicketAsync(stays, "2020-01-01");
        var delete = _past.DeleteExpiredOn("2026-03-01");

        var preview = await delete.PreviewAsync();

        Assert.Equal(new RetentionFigures(1, 1, 1, 0, 0), preview);
        Assert.Equal(2, (await _past.ConversationIdsAsync()).Count);
        Assert.Equal(preview, await delete.RunAsync());
        Assert.Equal(RetentionFigures.None, await delete.RunAsync());
    }

    [SkippableFact]
    public async Task More_than_a_batch_goes_in_one_run()
    {
        for (var n = 0; n < 120; n++)
        {
            await _past.ConversationAsync("2020-01-01");
        }
        Assert.Equal(120, (await _past.DeleteExpiredOn("2026-03-01").RunAsync())!.Conversations);
        Assert.Contains("2020-01 turn directline Answered = 120", await _past.CountsAsync());
    }

    [SkippableFact]
    public async Task Two_who_delete_the_same_at_once_count_it_once()
    {
        var conversation = await _past.ConversationAsync("2020-01-01");

        var removed = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => _past.Remove.HandleAsync(conversation, TicketTrace.Count))));

        Assert.Single(removed, r => r);
        Assert.Contains("2020-01 turn directline Answered = 1", await _past.CountsAsync());
    }

    [SkippableFact]
    public async Task A_run_that_ended_after_a_file_was_removed_is_finished_by_the_next()
    {
        var conversation = await _past.ConversationAsync("2020-01-01");
        _past.Files.Remove(await _past.UploadAsync(conversation, "2020-01-01"));

        Assert.Equal(1, (await _past.DeleteExpiredOn("2026-03-01").RunAsync())!.Conversations);
    }

    [SkippableFact]
    public async Task A_process_that_was_killed_holds_up_others_for_ten_minutes_only()
    {
        await using (var context = _past.Database.CreateDbContext())
        {
            context.Add(new RetentionLeaseRow { Id = 1, Holder = "killed", Until = new DateTimeOffset(2026, 3, 1, 0, 10, 0, TimeSpan.Zero) });
            await context.SaveChangesAsync();
        }
        Assert.Null(await _past.DeleteExpiredOn("2026-03-01T00:09:00").RunAsync());
        Assert.NotNull(await _past.DeleteExpiredOn("2026-03-01T00:11:00").RunAsync());
        Assert.NotNull(await _past.DeleteExpiredOn("2026-03-01T00:11:00").RunAsync());
    }

    [SkippableFact]
    public async Task A_line_of_the_audit_log_goes_after_five_years()
    {
        await using (var context = _past.Database.CreateDbContext())
        {
            foreach (var year in new[] { 2020, 2025 })
            {
                context.Add(new AuditRow { At = new DateTimeOffset(year, 1, 1, 0, 0, 0, TimeSpan.Zero), Action = AuditActions.Viewed, Outcome = AuditOutcome.Done });
            }
            await context.SaveChangesAsync();
        }
        Assert.Equal(new RetentionFigures(0, 0, 0, 0, 1), await _past.DeleteExpiredOn("2026-03-01").PreviewAsync());
        Assert.Equal(new RetentionFigures(0, 0, 0, 0, 1), await _past.DeleteExpiredOn("2026-03-01").RunAsync());
    }

    [SkippableFact]
    public async Task A_form_that_was_begun_goes_after_thirty_days_while_its_conversation_stays()
    {
        var (old, young) = (await _past.ConversationAsync("2026-01-01"), await _past.ConversationAsync("2026-01-01"));
        await _past.DraftAsync(old, "2026-01-29", "消える相談");
        await _past.DraftAsync(young, "2026-01-31");

        var due = RetentionFigures.None with { Drafts = 1 };
        Assert.Equal(due, await _past.DeleteExpiredOn("2026-03-01").PreviewAsync());
        Assert.Equal(due, await _past.DeleteExpiredOn("2026-03-01").RunAsync());

        await using var context = _past.Database.CreateDbContext();
        Assert.Equal([young], await context.Set<IntakeDraftRow>().Select(d => d.ConversationId).ToListAsync());
        Assert.Equal(2, (await _past.ConversationIdsAsync()).Count);
        if (_past.Database.Address.Kind == DatabaseKind.Sqlite)
        {
            Assert.DoesNotContain("消える相談", Encoding.UTF8.GetString(_past.Database.Bytes()), StringComparison.Ordinal);
        }
    }

    [SkippableFact]
    public async Task What_a_program_was_answered_goes_after_a_day()
    {
        var key = await KeyAsync();
        foreach (var (name, day) in new[] { ("old", "2026-02-27T23:59:00"), ("young", "2026-02-28T00:01:00") })
        {
            await new KeptAnswers(_past.Database, new FixedTime(day)).BeginAsync(RepeatableRequest.Of(key, name, "POST /x", "{}"u8));
        }
        Assert.Equal(RetentionFigures.None with { KeptAnswers = 1 }, await _past.DeleteExpiredOn("2026-03-01").RunAsync());
        await using var context = _past.Database.CreateDbContext();
        Assert.Equal("young", (await context.Set<KeptAnswerRow>().SingleAsync()).RepeatKey);
    }

    [SkippableFact]
    public async Task Invitations_and_sign_in_links_go_when_their_time_is_over()
    {
        var admin = new Person("1", "管理", Role.Admin);
        var made = new FixedTime("2026-02-01");
        var audit = new AuditLog(_past.Database, made);
        await new Invitations(_past.Database, audit, made).InviteAsync(admin, "佐藤", new PersonDetails(Role.Coordinator, "sato@example.jp", null, ""));
        await new DeskLinks(_past.Database, audit, made).CreateAsync(Role.Admin, "鈴木");

        Assert.Equal(RetentionFigures.None with { Invitations = 1 }, await _past.DeleteExpiredOn("2026-02-07").RunAsync());
        Assert.Equal(RetentionFigures.None with { Invitations = 1 }, await _past.DeleteExpiredOn("2026-02-09").RunAsync());
        await using var context = _past.Database.CreateDbContext();
        Assert.Empty(await context.Set<InvitationRow>().ToListAsync());
        Assert.Empty(await context.Set<DeskLinkRow>().ToListAsync());
    }

    private async Task<string> KeyAsync()
    {
        var time = new FixedTime("2026-02-01");
        var keys = new ApiKeys(_past.Database, new AuditLog(_past.Database, time), time);
        return (await keys.FindAsync((await keys.AddAsync(null, "CRM", Role.Coordinator)).Key))!.Id;
    }

    [SkippableFact]
    public async Task A_file_nobody_knows_goes_after_a_day()
    {
        var old = _past.Orphan(new DateTimeOffset(2026, 2, 26, 0, 0, 0, TimeSpan.Zero));
        var young = _past.Orphan(new DateTimeOffset(2026, 2, 28, 12, 0, 0, TimeSpan.Zero));
        var known = await _past.UploadAsync(await _past.ConversationAsync("2026-02-01"), "2026-02-01");

        await _past.DeleteExpiredOn("2026-03-01").RunAsync();

        Assert.Equal((false, true, true), (_past.Files.Has(old), _past.Files.Has(young), _past.Files.Has(known)));
    }
}
