using MedtechBot.Storage;
using MedtechBot.Teams;
using MedtechBot.Tests.Storage;
using Microsoft.EntityFrameworkCore;

namespace MedtechBot.Tests.Teams;

public abstract class OpenTeamsConversationTests(DatabaseKind kind) : IDisposable
{
    private readonly TemporaryDatabase _database = new(kind);

    public sealed class OnSqlite() : OpenTeamsConversationTests(DatabaseKind.Sqlite);

    public sealed class OnPostgres() : OpenTeamsConversationTests(DatabaseKind.Postgres);

    public void Dispose() => _database.Dispose();

    [SkippableFact]
    public async Task Each_person_has_a_conversation_in_each_place_and_is_one_asker_in_all_of_them()
    {
        var personal = await OpenAsync(Activity("a", "chat", "alice", "aad-alice"));
        var group = await OpenAsync(Activity("b", "group", "alice-in-group", "AAD-alice"));
        var other = await OpenAsync(Activity("c", "group", "bob", "aad-bob"));

        Assert.Equal(3, new[] { personal, group, other }.Select(p => p.Conversation.Id).Distinct().Count());
        Assert.Equal(personal.Conversation.AskerId, group.Conversation.AskerId);
        Assert.NotEqual(group.Conversation.AskerId, other.Conversation.AskerId);
        Assert.Equal(personal.Conversation.Id, (await OpenAsync(Activity("d", "chat", "alice", "aad-alice"))).Conversation.Id);
    }

    [SkippableFact]
    public async Task The_same_ids_in_another_tenant_are_somebody_else()
    {
        var one = await OpenAsync(Activity("a", "chat", "alice", "aad-alice"));
        var two = await OpenAsync(Activity("a", "chat", "alice", "aad-alice") with { TenantId = "other" });

        Assert.NotEqual(one.Conversation.Id, two.Conversation.Id);
        Assert.NotEqual(one.Conversation.AskerId, two.Conversation.AskerId);
    }

    [SkippableFact]
    public async Task Many_first_activities_at_once_begin_one_conversation()
    {
        var places = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => OpenAsync(Activity("a", "chat", "alice", null)))));

        Assert.Single(places.Select(p => p.Conversation.Id).Distinct());
    }

    [SkippableFact]
    public async Task Answers_go_where_the_last_checked_activity_came_from()
    {
        await OpenAsync(Activity("a", "chat", "alice", null));
        await OpenAsync(Activity("b", "chat", "alice", null) with { ServiceUrl = "https://moved.example/", Locale = "en-US" });

        await using var context = _database.CreateDbContext();
        var row = Assert.Single(await context.Set<TeamsConversationRow>().ToListAsync());
        Assert.Equal(("https://moved.example/", "en-US"), (row.ServiceUrl, row.Locale));
    }

    private Task<TeamsPlace> OpenAsync(TeamsActivity activity) => new OpenTeamsConversation(_database, TimeProvider.System).HandleAsync(activity);

    private static TeamsActivity Activity(string id, string conversation, string person, string? directory) => new()
    {
        Type = "message",
        Id = id,
        ChannelId = "msteams",
        ServiceUrl = "https://smba.example/jp/",
        From = new TeamsAccount(person, directory),
        Recipient = new TeamsAccount("28:bot"),
        ConversationId = conversation,
        Kind = TeamsKinds.Personal,
        TenantId = "tenant",
    };
}
