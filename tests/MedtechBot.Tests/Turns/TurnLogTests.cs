using MedtechBot.Answers;
using MedtechBot.Channels;
using MedtechBot.Knowledge;
using MedtechBot.Storage;
using MedtechBot.Tests.Storage;
using MedtechBot.Turns;

namespace MedtechBot.Tests.Turns;

/// <summary>The log over every database.</summary>
public abstract class TurnLogTests : IDisposable
{
    private readonly TemporaryDatabase _database;
    private readonly TurnLog _log;

    protected TurnLogTests(DatabaseKind kind)
    {
        _database = new TemporaryDatabase(kind);
        _log = new TurnLog(_database, TimeProvider.System);
    }

    public sealed class OnSqlite() : TurnLogTests(DatabaseKind.Sqlite);

    public sealed class OnPostgres() : TurnLogTests(DatabaseKind.Postgres);

    public void Dispose() => _database.Dispose();

    [SkippableFact]
    public async Task A_turn_is_recalled_as_it_was_with_its_passages_in_order()
    {
        var conversation = await CreateAsync();
        await AddAsync(conversation, 1, "薬事の\0質問😀", "b#2", "a#1");

        var past = Assert.Single(await _log.RecallAsync(conversation));

        Assert.Equal([new PassageId("b#2"), new PassageId("a#1")], past.Passages);
        Assert.StartsWith("薬事の", past.Question, StringComparison.Ordinal);
        Assert.EndsWith("質問😀", past.Question, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task The_last_six_are_recalled_oldest_first()
    {
        var conversation = await CreateAsync();
        foreach (var n in Enumerable.Range(0, 8).Reverse())
        {
            await AddAsync(conversation, n, "質問" + n);
        }

        Assert.Equal(["質問2", "質問3", "質問4", "質問5", "質問6", "質問7"], (await _log.RecallAsync(conversation)).Select(t => t.Question));
    }

    [SkippableFact]
    public async Task Many_thumbs_at_once_leave_one()
    {
        var conversation = await CreateAsync();
        var turn = await AddAsync(conversation, 1, "質問");

        var kept = await Task.WhenAll(Enumerable.Range(0, 8).Select(n => Task.Run(() => _log.ReactAsync(conversation, turn, n % 2 == 0 ? Reaction.Up : Reaction.Down))));

        Assert.All(kept, Assert.True);
        await using var context = _database.CreateDbContext();
        Assert.Equal(turn, Assert.Single(context.Set<FeedbackRow>()).TurnId);
        Assert.False(await _log.ReactAsync(await CreateAsync(), turn, Reaction.Up));
    }

    private async Task<string> CreateAsync() =>
        (await new Conversations(_database, TimeProvider.System).CreateAsync("asker", ChannelNames.DirectLine, null)).Id;

    private async Task<string> AddAsync(string conversation, int sequence, string question, params string[] passages)
    {
        var turn = RandomId.Next();
        var answer = new Answer { Outcome = OutcomeKind.Answered, Language = Language.Japanese, Text = "答えです" };
        var remembered = new PastTurn(question, question, [.. passages.Select(p => new PassageId(p))], OutcomeKind.Answered);
        await using var context = _database.CreateDbContext();
        await _log.AddAsync(context, turn, conversation, sequence, new TurnOutcome(answer, remembered), mayBeThere: true);
        await context.SaveChangesAsync();
        return turn;
    }
}
