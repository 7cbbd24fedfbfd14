using MedtechBot.Coordination;
using MedtechBot.Storage;

namespace MedtechBot.Tests.LearningFromUse;

public abstract class LearnFromTicketsTests(DatabaseKind kind) : IDisposable
{
    private readonly LearningPast _past = new(kind);

    public sealed class OnSqlite() : LearnFromTicketsTests(DatabaseKind.Sqlite);

    public sealed class OnPostgres() : LearnFromTicketsTests(DatabaseKind.Postgres);

    public void Dispose() => _past.Dispose();

    [SkippableFact]
    public async Task What_a_coordinator_cites_in_a_reply_answers_the_matter()
    {
        var (number, _) = await _past.TicketAsync("伴走コンサルは無料ですか");
        await _past.ReplyAsync(number, "a#fee", "a#hours");

        Assert.Equal(["伴走コンサルは無料ですか > a#fee, Link, Counts", "伴走コンサルは無料ですか > a#hours, Link, Counts"], await _past.LinesAsync());
        Assert.Equal(number.Value, (await _past.RowsAsync())[0].Ticket);
    }

    [SkippableFact]
    public async Task Solved_confirms_it_once_more_and_unsolved_takes_all_of_it_back()
    {
        var (number, _) = await _past.TicketAsync("伴走コンサルは無料ですか");
        await _past.ReplyAsync(number, "a#fee");
        await _past.SolvedAsync(number, true);
        Assert.Equal(["Link", "Solved"], (await _past.RowsAsync()).Select(r => r.ConfirmedBy.ToString()).Order());

        await _past.SolvedAsync(number, false);
        Assert.Empty(await _past.LinesAsync());
    }

    [SkippableFact]
    public async Task Confidential_tickets_teach_nothing_also_when_they_are_marked_later()
    {
        var (secret, _) = await _past.TicketAsync("秘密の相談", isConfidential: true);
        await _past.ReplyAsync(secret, "a#fee");
        await _past.SolvedAsync(secret, true);
        Assert.Empty(await _past.LinesAsync());

        var (number, _) = await _past.TicketAsync("伴走コンサルは無料ですか");
        await _past.ReplyAsync(number, "a#fee");
        Assert.Single(await _past.LinesAsync());
        await new MarkTicketConfidential(_past.Change, _past.Time).HandleAsync(number, null);
        Assert.Empty(await _past.LinesAsync());
    }

    [SkippableFact]
    public async Task Who_wrote_their_number_or_a_whole_case_into_the_matter_is_not_learned_from()
    {
        foreach (var summary in new[] { "電話090-1234-5678の佐藤です。料金を知りたい", new string('薬', 400) })
        {
            var (number, _) = await _past.TicketAsync(summary);
            await _past.ReplyAsync(number, "a#fee");
        }

        Assert.Empty(await _past.LinesAsync());
    }
}
