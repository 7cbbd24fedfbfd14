using MedtechBot.LearningFromUse;
using MedtechBot.People;
using MedtechBot.Storage;
using MedtechBot.Tests.Knowledge;

namespace MedtechBot.Tests.LearningFromUse;

public abstract class ReviewLearnedTests(DatabaseKind kind) : IDisposable
{
    private static readonly Person Sato = new("1", "佐藤", Role.Coordinator);

    private readonly LearningPast _past = new(kind);

    public sealed class OnSqlite() : ReviewLearnedTests(DatabaseKind.Sqlite);

    public sealed class OnPostgres() : ReviewLearnedTests(DatabaseKind.Postgres);

    private ReviewLearned Review => new(_past.Database, Audit, _past.Time);

    private AuditLog Audit => new(_past.Database, _past.Time);

    public void Dispose() => _past.Dispose();

    [SkippableFact]
    public async Task What_was_taken_out_stays_out_until_somebody_restores_it_and_each_is_noted()
    {
        await _past.ThumbAsync("a", "料金は");
        var pair = Assert.Single(await Review.ListAsync(new LearnedFilter()));

        Assert.True(await Review.DecideAsync(Sato, pair.PassageId, pair.QuestionKey, counts: false));
        await _past.ThumbAsync("b", "料金は?");

        pair = Assert.Single(await Review.ListAsync(new LearnedFilter(LearnedStatus.Removed)));
        Assert.Equal((LearnedStatus.Removed, 2, "佐藤"), (pair.Status, pair.Confirmations.Count, pair.DecidedBy));
        Assert.Empty(await Review.ListAsync(new LearnedFilter(LearnedStatus.Counts)));

        Assert.True(await Review.DecideAsync(Sato, pair.PassageId, pair.QuestionKey, counts: true));
        Assert.Equal(LearnedStatus.Counts, Assert.Single(await Review.ListAsync(new LearnedFilter())).Status);
        Assert.False(await Review.DecideAsync(Sato, pair.PassageId, "none", counts: false));
        Assert.Equal([AuditActions.RestoredLearned, AuditActions.RemovedLearned], (await Audit.ReadAsync(new AuditFilter(Sato.Id, null, null), 10)).Select(l => l.Action));
    }

    [SkippableFact]
    public async Task It_is_looked_through_by_words_status_and_how_it_was_confirmed()
    {
        await _past.ThumbAsync("a", "料金は", "a#fee");
        _past.Time.Advance(TimeSpan.FromMinutes(1));
        await _past.ThumbAsync("a", "受付時間は", "a#hours");
        var (number, _) = await _past.TicketAsync("料金は");
        await _past.ReplyAsync(number, "a#fee");

        Assert.Equal(["料金は", "受付時間は"], (await Review.ListAsync(new LearnedFilter())).Select(p => p.Question).OrderDescending());
        Assert.Equal("a#hours", Assert.Single(await Review.ListAsync(new LearnedFilter(Words: "時間"))).PassageId);
        Assert.Equal("a#hours", Assert.Single(await Review.ListAsync(new LearnedFilter(Words: "a#h"))).PassageId);
        Assert.Equal((ConfirmedBy.Link, 1), Assert.Single(Assert.Single(await Review.ListAsync(new LearnedFilter(By: ConfirmedBy.Link))).Sources));
        Assert.Empty(await Review.ListAsync(new LearnedFilter(LearnedStatus.Held)));
        Assert.Empty(await Review.ListAsync(new LearnedFilter(Words: "%")));
    }

    [SkippableFact]
    public async Task What_is_over_and_what_has_had_no_passage_for_long_is_deleted()
    {
        var knowledge = SmallSnapshot.Of(("料金", "伴走コンサルは原則無料である。"));
        var here = knowledge.Documents[0].Passages[0].Id.Value;
        await _past.ThumbAsync("a", "料金は", here);
        await _past.ThumbAsync("a", "受付時間は", "gone#section");
        var forget = new ForgetLearned(_past.Options, () => knowledge, _past.Signal, _past.Time);
        await using var context = _past.Database.CreateDbContext();

        Assert.Equal(0, await forget.RunAsync(context, default));
        _past.Time.Advance(TimeSpan.FromDays(29));
        Assert.Equal(0, await forget.RunAsync(context, default));
        _past.Time.Advance(TimeSpan.FromDays(1));
        Assert.Equal((1, 1), (await forget.CountAsync(context, default), await forget.RunAsync(context, default)));
        Assert.Equal(here, Assert.Single(await _past.RowsAsync()).PassageId);

        _past.Time.Advance(TimeSpan.FromDays(700));
        Assert.Equal(1, await forget.RunAsync(context, default));
        Assert.Empty(await _past.RowsAsync());
    }
}
