using MedtechBot.Answers;
using MedtechBot.LearningFromUse;
using MedtechBot.Storage;
using MedtechBot.Turns;

namespace MedtechBot.Tests.LearningFromUse;

public abstract class LearnFromThumbsTests(DatabaseKind kind) : IDisposable
{
    private readonly LearningPast _past = new(kind);

    public sealed class OnSqlite() : LearnFromThumbsTests(DatabaseKind.Sqlite);

    public sealed class OnPostgres() : LearnFromThumbsTests(DatabaseKind.Postgres);

    public void Dispose() => _past.Dispose();

    [SkippableFact]
    public async Task A_thumb_up_confirms_the_question_as_it_was_understood_and_the_passage_quoted_first()
    {
        await _past.ThumbAsync("a", "金額は?", "a#fee a#hours", understood: "金額は?\n伴走コンサルとは");

        Assert.Equal(["金額は? 伴走コンサルとは > a#fee, Thumb, Counts"], await _past.LinesAsync());
        Assert.NotEqual("a", (await _past.RowsAsync())[0].Who);
    }

    [SkippableFact]
    public async Task A_thumb_that_is_taken_back_or_turned_down_takes_it_out_again()
    {
        var (conversation, turn) = await _past.ThumbAsync("a", "伴走コンサルは無料ですか");
        Assert.True(await _past.Log.TakeBackAsync(conversation, turn, Reaction.Up));
        Assert.Empty(await _past.LinesAsync());

        await _past.Log.ReactAsync(conversation, turn, Reaction.Up);
        Assert.Single(await _past.LinesAsync());
        await _past.Log.ReactAsync(conversation, turn, Reaction.Down);
        Assert.Empty(await _past.LinesAsync());
    }

    [SkippableFact]
    public async Task The_same_thumb_pressed_many_times_at_once_confirms_once()
    {
        var (conversation, turn) = await _past.TurnAsync("a", "伴走コンサルは無料ですか");

        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => _past.Log.ReactAsync(conversation, turn, Reaction.Up))));

        Assert.Single(await _past.LinesAsync());
    }

    [SkippableFact]
    public async Task Only_answers_are_confirmed_and_nothing_with_masked_words()
    {
        await _past.ThumbAsync("a", "うちの製品のクラスは", outcome: OutcomeKind.Escalated);
        await _past.ThumbAsync("a", "[氏名]です。料金はいくらですか", understood: "料金はいくらですか");
        await _past.ThumbAsync("a", "料金はいくらですか", understood: "[氏名]です。料金はいくらですか");

        Assert.Empty(await _past.LinesAsync());
    }

    [SkippableFact]
    public async Task From_a_conversation_with_a_confidential_ticket_nothing_is_learned_and_what_was_is_forgotten()
    {
        var (conversation, _) = await _past.ThumbAsync("a", "伴走コンサルは無料ですか");
        await _past.TicketAsync("別の相談です", isConfidential: true, conversation: conversation);
        Assert.Empty(await _past.LinesAsync());

        await _past.ThumbAsync("a", "相談窓口の受付時間は何時ですか", conversation: conversation);
        Assert.Empty(await _past.LinesAsync());
    }

    [SkippableFact]
    public async Task One_asker_moves_a_passage_and_a_day_only_so_far()
    {
        (_past.Options.PerAskerAndPassage, _past.Options.PerAskerAndDay) = (2, 4);
        foreach (var question in new[] { "料金は", "費用は", "値段は", "代金は", "価格は" })
        {
            await _past.ThumbAsync("a", question);
        }
        Assert.Equal(["Counts", "Counts", "Held", "Held"], (await _past.RowsAsync()).Select(r => r.Status.ToString()).Order());

        await _past.ThumbAsync("b", "価格は");
        Assert.Contains("価格は > a#fee, Thumb, Counts", await _past.LinesAsync());
        _past.Time.Advance(TimeSpan.FromDays(1));
        await _past.ThumbAsync("a", "料金はいつ払うか", "a#hours");
        Assert.Contains("料金はいつ払うか > a#hours, Thumb, Counts", await _past.LinesAsync());
    }

    [SkippableFact]
    public async Task A_passage_learns_only_so_much_by_itself()
    {
        _past.Options.PerPassage = 2;
        foreach (var (asker, question) in new[] { ("a", "料金は"), ("b", "費用は"), ("c", "値段は"), ("d", "料金は?") })
        {
            await _past.ThumbAsync(asker, question);
        }

        Assert.Equal([LearnedStatus.Counts, LearnedStatus.Counts, LearnedStatus.Held, LearnedStatus.Counts], (await _past.RowsAsync()).OrderBy(r => r.Question == "料金は?").ThenBy(r => r.Question == "値段は").Select(r => r.Status));
    }
}
