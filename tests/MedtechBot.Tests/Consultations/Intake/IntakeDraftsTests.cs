using MedtechBot.Answers;
using MedtechBot.Channels;
using MedtechBot.Consultations;
using MedtechBot.Consultations.Intake;
using MedtechBot.Storage;
using MedtechBot.Tests.Storage;

namespace MedtechBot.Tests.Consultations.Intake;

public abstract class IntakeDraftsTests : IDisposable
{
    private readonly TemporaryDatabase _database;
    private readonly MovedTime _time = new();
    private readonly Conversations _conversations;
    private readonly IntakeDrafts _drafts;

    protected IntakeDraftsTests(DatabaseKind kind)
    {
        _database = new TemporaryDatabase(kind);
        _conversations = new Conversations(_database, _time);
        _drafts = new IntakeDrafts(_database, _time);
    }

    public sealed class OnSqlite() : IntakeDraftsTests(DatabaseKind.Sqlite);

    public sealed class OnPostgres() : IntakeDraftsTests(DatabaseKind.Postgres);

    public void Dispose() => _database.Dispose();

    [SkippableFact]
    public async Task A_form_comes_back_with_everything_as_it_was_left()
    {
        var conversation = await ConversationAsync();
        var form = new IntakeForm
        {
            Summary = "内視鏡の相談",
            Email = "nobody",
            ReplyInChatOnly = true,
            Details = new IntakeDetails { Topics = ["ip"], Wish = Wish.How, Form = ProductForm.Both, Stage = 5, Prefecture = "福島県", Filing = "未出願", IsConfidential = true, SharesTranscript = false },
        };
        await _drafts.KeepAsync(conversation, new IntakeDraft("0123456789abcdef", new IntakeForm { Summary = "前" }, []));
        await _drafts.KeepAsync(conversation, new IntakeDraft("0123456789abcdef", form, ["stage"]));
        var back = (await _drafts.FindAsync(conversation))!;
        Assert.Equal(("0123456789abcdef", "stage", "ip"), (back.SubmissionId, Assert.Single(back.FromConversation), Assert.Single(back.Form.Details.Topics)));
        Assert.Equal(form with { Details = form.Details with { Topics = back.Form.Details.Topics } }, back.Form);
    }

    [SkippableFact]
    public async Task After_thirty_days_it_does_not_come_back()
    {
        var conversation = await ConversationAsync();
        await _drafts.KeepAsync(conversation, Draft());
        _time.Advance(IntakeDrafts.KeptFor);
        Assert.NotNull(await _drafts.FindAsync(conversation));
        _time.Advance(TimeSpan.FromMinutes(1));
        Assert.Null(await _drafts.FindAsync(conversation));
    }

    [SkippableFact]
    public async Task A_form_whose_ticket_is_open_is_no_draft_any_more()
    {
        var (conversation, draft) = (await ConversationAsync(), Draft());
        await _drafts.KeepAsync(conversation, draft);
        await new OpenTicket(_database, _time).HandleAsync(new(conversation, draft.SubmissionId, draft.Form, Language.Japanese));
        Assert.Null(await _drafts.FindAsync(conversation));
    }

    [SkippableFact]
    public async Task Kept_by_many_at_once_it_is_one_and_another_form_is_not_removed_with_it()
    {
        var (conversation, draft) = (await ConversationAsync(), Draft());
        await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Task.Run(() => _drafts.KeepAsync(conversation, draft))));
        await _drafts.RemoveAsync(conversation, RandomId.Next());
        Assert.Equal(draft.SubmissionId, (await _drafts.FindAsync(conversation))?.SubmissionId);
        await _drafts.RemoveAsync(conversation, draft.SubmissionId);
        Assert.Null(await _drafts.FindAsync(conversation));
    }

    private static IntakeDraft Draft() => new(RandomId.Next(), new IntakeForm { Summary = "相談", ReplyInChatOnly = true }, []);

    private async Task<string> ConversationAsync() => (await _conversations.CreateAsync(RandomId.Next(), ChannelNames.DirectLine, Language.Japanese)).Id;
}
