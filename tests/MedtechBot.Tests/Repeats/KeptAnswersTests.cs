using System.Text;
using MedtechBot.People;
using MedtechBot.Repeats;
using MedtechBot.Storage;
using MedtechBot.Tests.Storage;

namespace MedtechBot.Tests.Repeats;

public abstract class KeptAnswersTests : IDisposable
{
    private readonly TemporaryDatabase _database;
    private readonly MovedTime _time = new();
    private readonly KeptAnswers _kept;

    protected KeptAnswersTests(DatabaseKind kind)
    {
        _database = new TemporaryDatabase(kind);
        _kept = new KeptAnswers(_database, _time);
    }

    public sealed class OnSqlite() : KeptAnswersTests(DatabaseKind.Sqlite);

    public sealed class OnPostgres() : KeptAnswersTests(DatabaseKind.Postgres);

    public void Dispose() => _database.Dispose();

    [SkippableFact]
    public async Task Of_many_at_once_one_begins_and_once_it_has_finished_all_get_its_answer()
    {
        var request = await RequestAsync();
        var states = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => _kept.BeginAsync(request))));
        Assert.Single(states, s => s.State == RepeatState.Begun);
        Assert.All(states.Where(s => s.State != RepeatState.Begun), s => Assert.Equal(RepeatState.Running, s.State));

        var answer = new KeptAnswer(201, """{"number":"C-2026-0001"}""", "/api/tickets/C-2026-0001#x", null);
        await _kept.FinishAsync(request, answer);

        Assert.Equal((RepeatState.Answered, answer), await _kept.BeginAsync(request));
        Assert.Equal((RepeatState.OtherRequest, null), await _kept.BeginAsync(request with { Hash = new string('0', 64) }));
    }

    [SkippableFact]
    public async Task Whoever_died_over_it_is_relieved_by_one_and_a_failure_may_be_tried_again_at_once()
    {
        var request = await RequestAsync();
        await _kept.BeginAsync(request);
        await _kept.AbandonAsync(request);
        Assert.Equal(RepeatState.Begun, (await _kept.BeginAsync(request)).State);

        _time.Advance(KeptAnswers.Patience);
        var states = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => _kept.BeginAsync(request))));

        Assert.Single(states, s => s.State == RepeatState.Begun);
    }

    [SkippableFact]
    public async Task After_a_day_the_key_is_free_again()
    {
        var request = await RequestAsync();
        await _kept.BeginAsync(request);
        await _kept.FinishAsync(request, new KeptAnswer(200, "{}", null, null));
        _time.Advance(KeptAnswers.KeptFor);
        Assert.Equal(RepeatState.Begun, (await _kept.BeginAsync(request with { Hash = new string('0', 64) })).State);
    }

    [Fact]
    public void What_a_request_writes_has_the_same_id_each_time_and_another_for_any_other_request()
    {
        static string Id(string apiKey, string key, string action, string body) => RepeatableRequest.Of(apiKey, key, action, Encoding.UTF8.GetBytes(body)).DerivedId;
        string[] ids = [Id("a", "k", "POST /x", "{}"), Id("b", "k", "POST /x", "{}"), Id("a", "l", "POST /x", "{}"), Id("a", "k", "POST /y", "{}"), Id("a", "k", "POST /x", "[]")];
        Assert.Equal(ids.Length, ids.Distinct().Count());
        Assert.Equal(ids[0], Id("a", "k", "POST /x", "{}"));
        Assert.All(ids, id => Assert.InRange(id.Length, 16, 64));
    }

    private async Task<RepeatableRequest> RequestAsync()
    {
        var keys = new ApiKeys(_database, new AuditLog(_database, _time), _time);
        var (key, _) = await keys.AddAsync(null, "CRM", Role.Coordinator);
        return RepeatableRequest.Of((await keys.FindAsync(key))!.Id, "key", "POST /api/tickets/C-2026-0001/notes", "{}"u8);
    }
}
