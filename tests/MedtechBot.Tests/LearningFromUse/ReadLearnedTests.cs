using MedtechBot.AskerData;
using MedtechBot.Knowledge;
using MedtechBot.Knowledge.Search;
using MedtechBot.Knowledge.Search.Learning;
using MedtechBot.LearningFromUse;
using MedtechBot.People;
using MedtechBot.Retention;
using MedtechBot.Storage;
using MedtechBot.Tests.Knowledge;
using MedtechBot.Turns;

namespace MedtechBot.Tests.LearningFromUse;

public abstract class ReadLearnedTests : IDisposable
{
    // Nothing of the passage's own words.
    private const string Question = "おかねはどれほどかかるの";

    private readonly LearningPast _past;
    private readonly KnowledgeFolder _folder = new();
    private readonly KnowledgeIndex _index;

    protected ReadLearnedTests(DatabaseKind kind)
    {
        _past = new LearningPast(kind);
        _folder.With("a.md", KnowledgeFolder.Article("a", KnowledgeFolder.Section + """


            ## おかねの受付 {#hours}

            <!-- passage
            source: meti
            -->

            窓口のおかねの受付は平日である。
            """));
        _index = SearchSetup.OpenIndex(_folder.Path);
    }

    public sealed class OnSqlite() : ReadLearnedTests(DatabaseKind.Sqlite);

    public sealed class OnPostgres() : ReadLearnedTests(DatabaseKind.Postgres);

    private ReadLearned Learned => new(_past.Database, _past.Options, _past.Time);

    private IEnumerable<string> Found => _index.Current.Search.Search(Question, 5).Select(h => h.Passage.Id.Value);

    public void Dispose()
    {
        _index.Dispose();
        _folder.Dispose();
        _past.Dispose();
    }

    [SkippableFact]
    public async Task A_confirmed_question_is_found_better_next_time_also_after_the_knowledge_was_read_anew_and_no_more_once_it_is_taken_back()
    {
        Assert.Equal("a#hours", Found.First());
        var (conversation, turn) = await _past.ThumbAsync("a", Question);

        _index.Learn(await Learned.ReadAsync());
        Assert.Equal("a#fee", Found.First());
        _index.Reload();
        Assert.Equal("a#fee", Found.First());

        await _past.Log.TakeBackAsync(conversation, turn, Reaction.Up);
        _index.Learn(await Learned.ReadAsync());
        Assert.Equal("a#hours", Found.First());
    }

    [SkippableFact]
    public async Task What_the_desk_removed_what_is_held_and_what_an_erased_asker_asked_count_no_more()
    {
        await _past.ThumbAsync("a", Question);
        await _past.ThumbAsync("b", "受付は何時ですか", "a#hours");
        var before = await Learned.StateAsync();
        Assert.Equal(["a#fee", "a#hours"], (await Learned.ReadAsync()).Questions.Keys.Order());

        await new ReviewLearned(_past.Database, new AuditLog(_past.Database, _past.Time), _past.Time).DecideAsync(new Person("1", "佐藤", Role.Coordinator), "a#fee", ConfirmationRules.KeyOf(Question), counts: false);
        Assert.Equal("a#hours", Assert.Single((await Learned.ReadAsync()).Questions).Key);
        Assert.NotEqual(before, await Learned.StateAsync());

        var uploads = Directory.CreateTempSubdirectory("medtechbot-");
        await new EraseAsker(_past.Database, new(_past.Change, _past.Time), new RemoveConversation(_past.Database, new UploadFolder(uploads.FullName))).HandleAsync("b");
        uploads.Delete(recursive: true);
        Assert.Empty((await Learned.ReadAsync()).Questions);
    }

    [SkippableFact]
    public async Task A_confirmation_fades_another_one_renews_it_and_in_the_end_it_is_over()
    {
        await _past.ThumbAsync("a", Question);
        _past.Time.Advance(TimeSpan.FromDays(180));
        Assert.Equal((Question, 0.5), Assert.Single((await Learned.ReadAsync()).Questions["a#fee"]));

        await _past.ThumbAsync("b", Question + "?");
        Assert.Equal((Question + "?", 1.0), Assert.Single((await Learned.ReadAsync()).Questions["a#fee"]));

        _past.Time.Advance(TimeSpan.FromDays(730));
        Assert.Empty((await Learned.ReadAsync()).Questions["a#fee"]);
    }

    [SkippableFact]
    public async Task A_question_of_a_passage_that_is_gone_is_ignored()
    {
        await _past.ThumbAsync("a", Question, "gone#section");

        _index.Learn(await Learned.ReadAsync());

        Assert.Equal("a#hours", Found.First());
    }

    [SkippableFact]
    public async Task The_search_goes_on_while_questions_are_learned()
    {
        await _past.ThumbAsync("a", Question);
        var learned = await Learned.ReadAsync();
        using var stop = new CancellationTokenSource();
        var asking = Task.Run(() =>
        {
            var places = new HashSet<string>();
            while (!stop.IsCancellationRequested)
            {
                places.Add(Found.First());
            }
            return places;
        });
        foreach (var n in Enumerable.Range(0, 200))
        {
            _index.Learn(n % 2 == 0 ? learned : LearnedPassages.None);
        }
        await stop.CancelAsync();

        Assert.Subset(new HashSet<string> { "a#fee", "a#hours" }, await asking);
    }
}
