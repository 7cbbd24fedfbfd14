using System.Text.Json.Nodes;
using MedtechBot.Answers;
using MedtechBot.Channels;
using MedtechBot.Consultations;
using MedtechBot.Consultations.Intake;
using MedtechBot.Tests.Storage;

namespace MedtechBot.Tests.Consultations.Intake;

public sealed class IntakeSubmissionTests : IDisposable
{
    private readonly TemporaryDatabase _database = new();
    private readonly IntakeParts _parts;
    private readonly ConversationRow _conversation;

    public IntakeSubmissionTests()
    {
        _parts = new IntakeParts(_database);
        _conversation = new ConversationRow { Id = RandomId.Next(), AskerId = "a", Channel = ChannelNames.DirectLine, CreatedAt = DateTimeOffset.UnixEpoch };
        using var context = _database.CreateDbContext();
        context.Add(_conversation);
        context.SaveChanges();
    }

    public void Dispose() => _database.Dispose();

    [Fact]
    public async Task The_card_has_an_email_field_a_prefilled_summary_and_sends_with_its_first_action()
    {
        var card = await CardAsync("SaMDの保険適用は?");
        var fields = Fields(card);
        Assert.Equal(("1.3", "Input.Text", "Email"), ((string?)card["version"], (string?)fields["email"]["type"], (string?)fields["email"]["style"]));
        Assert.Equal("SaMDの保険適用は?", (string?)fields["summary"]["value"]);
        Assert.Equal(("Action.Submit", "openTicket"), ((string?)card["actions"]![0]!["type"], (string?)card["actions"]![0]!["data"]!["verb"]));
        Assert.True(_parts.Submission.Handles(Sent(card)));
    }

    [Fact]
    public async Task The_card_suits_old_clients_and_says_what_is_free_with_the_passage_that_says_so()
    {
        var card = await CardAsync("特許を出願したい");
        Assert.NotEmpty((string?)card["fallbackText"] ?? "");
        var elements = Elements(card).ToList();
        Assert.InRange(elements.Count(e => ((string?)e["type"])!.StartsWith("Action.", StringComparison.Ordinal)), 1, 6);
        Assert.DoesNotContain(elements, e => (string?)e["type"] == "Table");
        Assert.Contains(elements, e => (string?)e["text"] is { } text && text.Contains("原則無料", StringComparison.Ordinal) && text.Contains("](/knowledge/medic?q=", StringComparison.Ordinal));
        Assert.InRange(card.ToJsonString().Length, 1_000, 28_000);
    }

    [Fact]
    public async Task What_was_taken_from_the_conversation_is_marked_and_what_is_missing_said()
    {
        var card = await CardAsync("福島県の町工場です。試作品ができました");
        var fields = Fields(card);
        Assert.Equal(("開発の段階(会話から)", "5"), ((string?)fields["stage"]["label"], (string?)fields["stage"]["value"]));
        Assert.Equal(("期限", ""), ((string?)fields["deadline"]["label"], (string?)fields["deadline"]["value"]));
        var missing = Elements(card).Single(e => ((string?)e["text"])?.StartsWith("あると早い", StringComparison.Ordinal) == true);
        Assert.Contains("期限", (string?)missing["text"], StringComparison.Ordinal);
        Assert.DoesNotContain("開発の段階", (string?)missing["text"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_fields_are_those_of_the_topic_and_come_when_another_is_chosen()
    {
        var sent = Sent(await CardAsync("相談です"), ("verb", IntakeCards.FieldsVerb), ("topic", "ip"), ("markets", "日本"));
        var reply = await _parts.Submission.HandleAsync(_conversation, sent, default);
        var fields = Fields(reply.Card!);
        Assert.Contains("filing", fields.Keys);
        Assert.DoesNotContain("earlier", fields.Keys);
        Assert.Equal("日本", (string?)fields["markets"]["value"]);
        Assert.Empty(Tickets());
    }

    [Fact]
    public async Task Who_merely_asks_for_a_person_is_offered_the_question_before_as_summary()
    {
        var answer = new Answer { Outcome = OutcomeKind.Escalated, Language = Language.Japanese, Text = "", Escalation = EscalationReason.AskedForPerson };
        var card = await _parts.Offer.HandleAsync(_conversation, answer, ["治験の費用は?", "担当者に相談したい"]);
        Assert.Equal("治験の費用は?", (string?)card["actions"]![0]!["data"]!["question"]);
    }

    [Fact]
    public async Task Sending_the_card_shows_the_number_and_sending_it_again_the_same_one()
    {
        var sent = Sent(await CardAsync("SaMDの保険適用は?"), ("summary", "書き直した内容"), ("email", "taro@example.jp"), ("wish", "how"));
        var first = await _parts.Submission.HandleAsync(_conversation, sent, default);
        var second = await _parts.Submission.HandleAsync(_conversation, sent, default);
        Assert.Contains("C-" + TicketNumber.YearOf(DateTimeOffset.UtcNow) + "-0001", first.Text, StringComparison.Ordinal);
        Assert.Contains("有料の専門家", first.Text, StringComparison.Ordinal);
        Assert.Equal((first.Text, first.DeliveryKey), (second.Text, second.DeliveryKey));
        Assert.Null(first.Card);
    }

    [Fact]
    public async Task Everything_of_the_card_stands_in_the_ticket()
    {
        var sent = Sent(await CardAsync("特許の相談"), ("email", "taro@example.jp"), ("topic", "ip"), ("wish", "what"), ("filing", " 未出願 "), ("stage", "3"), ("prefecture", "福島県"), ("share", "false"));
        await _parts.Submission.HandleAsync(_conversation, sent, default);
        var details = (await TicketAsync()).Details;
        Assert.Equal(("ip", Wish.What, "未出願", 3, "福島県", false), (Assert.Single(details.Topics), details.Wish, details.Filing, details.Stage, details.Prefecture, details.SharesTranscript));
    }

    [Fact]
    public async Task A_client_that_sends_only_the_address_sends_what_was_filled_in_with_it()
    {
        var reply = await _parts.Submission.HandleAsync(_conversation, Sent(await CardAsync("福島県の会社です"), ("email", "taro@example.jp")), default);
        Assert.Contains("受付番号", reply.Text, StringComparison.Ordinal);
        Assert.Equal("福島県", (await TicketAsync()).Details.Prefecture);
    }

    [Fact]
    public async Task A_wrong_address_brings_the_card_back_with_everything_that_was_written_and_so_does_asking_for_it_later()
    {
        var sent = Sent(await CardAsync("質問"), ("summary", "長く書いた内容"), ("email", "nobody"), ("deadline", "来週"), ("chatOnly", "false"));
        var reply = await _parts.Submission.HandleAsync(_conversation, sent, default);
        Assert.Contains("メールアドレス", reply.Text, StringComparison.Ordinal);
        var later = await _parts.Offer.ResumeAsync(_conversation, "m", "相談を続ける");
        Assert.All([reply.Card!, later!.Card!], card =>
        {
            Assert.Equal((string?)sent["submissionId"], (string?)card["actions"]![0]!["data"]!["submissionId"]);
            var fields = Fields(card);
            Assert.Equal(("長く書いた内容", "nobody", "来週"), ((string?)fields["summary"]["value"], (string?)fields["email"]["value"], (string?)fields["deadline"]["value"]));
        });
    }

    [Fact]
    public async Task A_form_put_off_comes_back_and_a_cancelled_one_does_not()
    {
        var sent = Sent(await CardAsync("質問"), ("verb", IntakeCards.KeepVerb), ("product", "見守りセンサー"));
        Assert.Equal(["相談を続ける"], (await _parts.Submission.HandleAsync(_conversation, sent, default)).Suggestions);
        var person = new Answer { Outcome = OutcomeKind.Escalated, Language = Language.Japanese, Text = "", Escalation = EscalationReason.AskedForPerson };
        Assert.Equal("見守りセンサー", (string?)Fields(await _parts.Offer.HandleAsync(_conversation, person, ["担当者に相談したい"]))["product"]["value"]);

        sent["verb"] = IntakeCards.CancelVerb;
        await _parts.Submission.HandleAsync(_conversation, sent, default);
        Assert.Null((await _parts.Offer.ResumeAsync(_conversation, "m", "相談を続ける"))!.Card);
        Assert.Null(await _parts.Offer.ResumeAsync(_conversation, "m", "相談を続けるには?"));
    }

    [Fact]
    public async Task Marked_confidential_it_is_marked_in_the_ticket_shares_nothing_and_says_who_sees_it()
    {
        var sent = Sent(await CardAsync("新しい構造の相談"), ("email", "taro@example.jp"), ("share", "true"), ("confidential", "true"));
        var reply = await _parts.Submission.HandleAsync(_conversation, sent, default);
        var ticket = await TicketAsync();
        Assert.Equal(("【秘密保持希望】新しい構造の相談", true, false), (ticket.Summary, ticket.Details.IsConfidential, ticket.Details.SharesTranscript));
        Assert.Contains("管理者", reply.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_shares_the_conversation_of_a_matter_already_confidential_does_so_on_purpose()
    {
        var answer = new Answer { Outcome = OutcomeKind.Escalated, Language = Language.Japanese, Text = "", Escalation = EscalationReason.Confidential };
        var card = await _parts.Offer.HandleAsync(_conversation, answer, ["(保存していません)"]);
        Assert.Equal(("true", "false"), ((string?)Fields(card)["confidential"]["value"], (string?)Fields(card)["share"]["value"]));
        await _parts.Submission.HandleAsync(_conversation, Sent(card, ("email", "taro@example.jp"), ("confidential", "true"), ("share", "true")), default);
        Assert.True((await TicketAsync()).Details.SharesTranscript);
    }

    [Fact]
    public async Task Patients_are_masked_in_every_text_and_the_askers_own_name_is_not()
    {
        const string Patient = "患者の山田太郎さん(72歳)の件";
        var sent = Sent(await CardAsync("質問"), [("email", "taro@example.jp"), .. IntakeInputs.All.Where(i => i.Kind is IntakeInputKind.Line or IntakeInputKind.Lines).Select(i => (i.Id, i.IsContact ? "佐藤花子" : Patient))]);
        await _parts.Submission.HandleAsync(_conversation, sent, default);
        var ticket = await TicketAsync();
        var form = new IntakeForm { Summary = ticket.Summary, Details = ticket.Details };
        Assert.All(IntakeInputs.All.Where(i => i.Get(form) is not null), i => Assert.DoesNotContain("山田", i.Get(form), StringComparison.Ordinal));
        Assert.Equal("佐藤花子", ticket.Details.Name);
    }

    [Theory]
    [InlineData("""{"verb":"openTicket"}""")]
    [InlineData("""{"verb":"openTicket","submissionId":["x"],"summary":{"a":1},"email":7,"language":null}""")]
    [InlineData("""{"verb":"openTicket","submissionId":"../../../../etc/passwd","summary":"x","email":"a@example.jp"}""")]
    [InlineData("""{"verb":"showIntakeFields","submissionId":{"a":1},"topic":["ip"],"stage":99,"wish":"what, how","prefecture":"火星","prefilled":7,"wasConfidential":[]}""")]
    public async Task A_made_up_card_is_answered_with_a_fresh_one(string json)
    {
        var reply = await _parts.Submission.HandleAsync(_conversation, JsonNode.Parse(json)!.AsObject(), default);
        Assert.Equal(32, ((string?)reply.Card!["actions"]![0]!["data"]!["submissionId"])!.Length);
        Assert.All(Fields(reply.Card).Values.Where(f => (string?)f["type"] == "Input.ChoiceSet"), f => Assert.Null(f["value"]));
    }

    [Fact]
    public async Task Texts_far_too_long_are_named_one_by_one_and_unknown_choices_are_none()
    {
        var sent = Sent(await CardAsync("質問"), ("email", "taro@example.jp"), ("product", new string('長', 200_000)), ("deadline", new string('x', 301)), ("topic", "nowhere"), ("stage", "9"));
        var reply = await _parts.Submission.HandleAsync(_conversation, sent, default);
        Assert.Contains("「製品の概要」は1,000文字以内", reply.Text, StringComparison.Ordinal);
        Assert.Contains("「期限」は300文字以内", reply.Text, StringComparison.Ordinal);
        Assert.Equal(301, ((string?)Fields(reply.Card!)["deadline"]["value"])!.Length);
        Assert.Empty(Tickets());
    }

    [Fact]
    public async Task In_english_the_whole_card_is_english()
    {
        var answer = new Answer { Outcome = OutcomeKind.Escalated, Language = Language.English, Text = "" };
        var card = await _parts.Offer.HandleAsync(_conversation, answer, ["What should we do first?"]);
        var words = Elements(card).SelectMany(e => new[] { e["text"], e["label"], e["title"], e["placeholder"] }).OfType<JsonNode>().Select(n => n.ToString());
        Assert.DoesNotContain(words, w => w.Any(c => c is >= '\u3040' and <= '\u30ff') && !w.Contains("/knowledge/", StringComparison.Ordinal));
    }

    [Fact]
    public void Other_cards_are_left_to_others() =>
        Assert.False(_parts.Submission.Handles(new JsonObject { ["verb"] = new JsonArray("openTicket") }));

    private Task<JsonObject> CardAsync(string question) =>
        _parts.Offer.HandleAsync(_conversation, new Answer { Outcome = OutcomeKind.Escalated, Language = Language.Japanese, Text = "" }, [question]);

    private async Task<Ticket> TicketAsync() => Assert.Single(await new TicketStore(_database, TimeProvider.System).ListOfConversationsAsync([_conversation.Id]));

    private IReadOnlyList<TicketRow> Tickets()
    {
        using var context = _database.CreateDbContext();
        return [.. context.Set<TicketRow>()];
    }

    private static JsonObject Sent(JsonObject card, params (string Field, string Value)[] inputs)
    {
        var value = card["actions"]![0]!["data"]!.DeepClone().AsObject();
        foreach (var (field, text) in inputs)
        {
            value[field] = text;
        }
        return value;
    }

    private static Dictionary<string, JsonObject> Fields(JsonObject card) =>
        Elements(card).Where(e => ((string?)e["type"])!.StartsWith("Input.", StringComparison.Ordinal)).ToDictionary(e => (string)e["id"]!);

    private static IEnumerable<JsonObject> Elements(JsonNode? node) => node switch
    {
        JsonArray array => array.SelectMany(Elements),
        JsonObject element => (element["type"] is JsonValue ? new[] { element } : []).Concat(element.SelectMany(p => Elements(p.Value))),
        _ => [],
    };
}
