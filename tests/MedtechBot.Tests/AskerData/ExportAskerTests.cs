using System.IO.Compression;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization;
using MedtechBot.AskerData;
using MedtechBot.Channels;
using MedtechBot.Consultations;
using MedtechBot.Tests.Retention;
using Microsoft.EntityFrameworkCore;

namespace MedtechBot.Tests.AskerData;

public sealed class ExportAskerTests : IDisposable
{
    private readonly KeptPast _past = new();

    public void Dispose() => _past.Dispose();

    [Fact]
    public async Task An_asker_is_handed_everything_they_wrote_and_left_and_nothing_of_others()
    {
        var conversation = await _past.ConversationAsync("2026-01-01", "asker", "私の質問");
        await _past.TicketAsync(conversation, "2026-01-02");
        await _past.UploadAsync(conversation, "2026-01-03");
        await _past.ConversationAsync("2026-01-01", "other", "他人の質問");

        var (json, names) = await ArchiveAsync("asker");

        Assert.DoesNotContain("他人の質問", json, StringComparison.Ordinal);
        var kept = JsonDocument.Parse(json).RootElement.GetProperty("conversations")[0];
        Assert.Equal("私の質問", kept.GetProperty("messages")[0].GetProperty("text").GetString());
        Assert.Equal("up", kept.GetProperty("turns")[0].GetProperty("thumb").GetString());
        Assert.Equal("asker@example.jp", kept.GetProperty("tickets")[0].GetProperty("events")[0].GetProperty("email").GetString());
        var file = kept.GetProperty("files")[0];
        Assert.Equal("図面.pdf", file.GetProperty("name").GetString());
        Assert.Equal([AskerArchive.DataFile, file.GetProperty("path").GetString()!], names);
    }

    [Theory]
    [InlineData("../../etc/passwd")]
    [InlineData("..\\..\\x.docx")]
    [InlineData("CON: |?*.pdf")]
    public void A_files_name_leads_nowhere_else(string name)
    {
        var path = AskerArchive.PathOf(new UploadRow { Id = RandomId.Next(), ConversationId = "c", Name = name, ContentType = "", Size = 0, At = default });

        Assert.Matches(@"\Afiles/[0-9a-f]{8}-[\w.\-]+\z", path);
        Assert.DoesNotContain("..", path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_operator_finds_an_asker_by_ticket_conversation_or_address()
    {
        var conversation = await _past.ConversationAsync("2026-01-01", "asker");
        var number = await _past.TicketAsync(conversation, "2026-01-02");
        var find = new FindAsker(_past.Database);

        var begun = await _past.ConversationAsync("2026-01-03", "other");
        await _past.DraftAsync(begun, "2026-01-03", email: "other+x@example.jp");
        TicketNumber.TryParse(number, out var parsed);

        Assert.All([await find.HandleAsync(number), await find.HandleAsync(conversation), await find.HandleAsync("Asker@Example.jp")],
            found => Assert.Equal(("asker", conversation, number), (Assert.Single(found).AskerId, Assert.Single(found[0].Conversations).Id, Assert.Single(found[0].Tickets))));
        Assert.Equal("other", Assert.Single(await find.HandleAsync("other+x@example.jp")).AskerId);
        Assert.All([await find.HandleAsync("C-2026-9999"), await find.HandleAsync("nobody@example.jp"), await find.HandleAsync("%@example.jp")], found => Assert.Empty(found));

        await new TicketStore(_past.Database, TimeProvider.System).ChangeAsync(parsed, t => ReaderRules.ChangeEmail(t, null, "new@example.jp", t.OpenedAt));
        Assert.Empty(await find.HandleAsync("asker@example.jp"));
        Assert.Equal("asker", Assert.Single(await find.HandleAsync("new@example.jp")).AskerId);
    }

    [Fact]
    public async Task Every_table_of_askers_is_handed_out_or_named_here_with_the_reason()
    {
        await using (var context = _past.Database.CreateDbContext())
        {
            await new FilledTables(context, "MARK", "c-mine", "C-2026-0001").FillAsync();
        }
        var shown = new Dictionary<string, string>
        {
            ["conversations"] = "c-mine",
            ["activities"] = "MARK activities",
            ["turns"] = "MARK turns Question",
            ["feedback"] = "\"thumb\": \"up\"",
            ["uploads"] = "MARK uploads Name",
            ["tickets"] = "C-2026-0001",
            ["ticket_events"] = "MARK ticket_events",
            ["intake_drafts"] = "MARK intake_drafts",
            ["learned_questions"] = "MARK learned_questions Question",
            ["teams_conversations"] = "MARK teams_conversations UserId",
        };
        string[] told =
        [
            "ticket_shares", // the history says with whom
            "link_revocations", // a moment
            "outbox", // what is on its way stands in the conversation and the ticket
            "teams_messages", // how Teams calls the messages that are handed out
            "teams_cards", // how Teams calls the card of the same ticket
            "kept_answers", // the same ticket, as a program was shown it, for a day
        ];

        var (json, _) = await ArchiveAsync("asker-of-c-mine");

        await using var model = _past.Database.CreateDbContext();
        Assert.Equal(
            model.Model.GetEntityTypes().Select(t => t.GetTableName()!).Except(FilledTables.NothingOfAskers).Order(StringComparer.Ordinal),
            shown.Keys.Concat(told).Order(StringComparer.Ordinal));
        Assert.All(shown.Values, text => Assert.Contains(text, json, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_event_of_a_ticket_is_handed_out_or_named_here_with_the_reason()
    {
        Type[] ofTheDesk =
        [
            typeof(NoteWritten), // for the desk alone
            typeof(HolderReminded), // between the desk and its people
            typeof(PromiseMissed), // the same
            typeof(TicketWentStale), // the same
        ];
        var events = typeof(TicketEvent).GetCustomAttributes<JsonDerivedTypeAttribute>().Select(a => a.DerivedType).ToList();

        var left = events.Where(e => KeptEvents.Of((TicketEvent)RuntimeHelpers.GetUninitializedObject(e)) is null);

        Assert.Equal(ofTheDesk.ToHashSet(), left.ToHashSet());
    }

    [Fact]
    public async Task A_form_that_was_only_begun_is_handed_out()
    {
        await _past.DraftAsync((await new Conversations(_past.Database, TimeProvider.System).CreateAsync("asker", ChannelNames.Quick, null)).Id, "2026-01-02", "書きかけ");

        var (json, _) = await ArchiveAsync("asker");

        Assert.Equal("書きかけ", JsonDocument.Parse(json).RootElement.GetProperty("conversations")[0].GetProperty("draft").GetProperty("summary").GetString());
    }

    private async Task<(string Json, IReadOnlyList<string> Names)> ArchiveAsync(string asker)
    {
        var export = new ExportAsker(_past.Database, new Conversations(_past.Database, TimeProvider.System), new TicketStore(_past.Database, TimeProvider.System), _past.Files, TimeProvider.System);
        var target = new MemoryStream();
        await AskerArchive.WriteAsync(target, await export.HandleAsync(asker), _past.Files);
        target.Position = 0;
        await using var archive = await ZipArchive.CreateAsync(target, ZipArchiveMode.Read, leaveOpen: false, entryNameEncoding: null);
        using var reader = new StreamReader(await archive.GetEntry(AskerArchive.DataFile)!.OpenAsync());
        return (await reader.ReadToEndAsync(), [.. archive.Entries.Select(e => e.FullName)]);
    }
}
