using System.Text.Json.Nodes;
using MedtechBot.Answers;
using MedtechBot.Channels;
using MedtechBot.Consultations;
using MedtechBot.Tests.Storage;

namespace MedtechBot.Tests.Consultations;

public sealed class IntakeSubmissionTests : IDisposable
{
    private readonly TemporaryDatabase _database = new();
    private readonly IntakeSubmission _form;
    private readonly ConversationRow _conversation;

    public IntakeSubmissionTests()
    {
        _form = new IntakeSubmission(new OpenTicket(_database, TimeProvider.System));
        _conversation = new ConversationRow { Id = RandomId.Next(), AskerId = "a", Channel = ChannelNames.DirectLine, CreatedAt = DateTimeOffset.UnixEpoch };
        using var context = _database.CreateDbContext();
        context.Add(_conversation);
        context.SaveChanges();
    }

    public void Dispose() => _database.Dispose();

    [Fact]
    public void The_card_has_an_email_field_a_prefilled_summary_and_sends_with_its_first_action()
    {
        var card = Card("SaMDの保険適用は?");
        var fields = card["body"]!.AsArray().Where(b => b!["id"] is not null).ToDictionary(b => (string)b!["id"]!, b => b!);
        Assert.Equal(("1.3", "Input.Text", "Email"), ((string?)card["version"], (string?)fields["email"]["type"], (string?)fields["email"]["style"]));
        Assert.Equal("SaMDの保険適用は?", (string?)fields["summary"]["value"]);
        Assert.Equal(("Action.Submit", "openTicket"), ((string?)card["actions"]![0]!["type"], (string?)card["actions"]![0]!["data"]!["verb"]));
        Assert.True(_form.Handles(Sent(card)));
    }

    [Fact]
    public void Who_merely_asks_for_a_person_is_offered_the_question_before_as_summary()
    {
        var answer = new Answer { Outcome = OutcomeKind.Escalated, Language = Language.Japanese, Text = "", Escalation = EscalationReason.AskedForPerson };
        var card = IntakeCards.Offer(answer, ["治験の費用は?", "担当者に相談したい"]);
        Assert.Equal("治験の費用は?", (string?)card["actions"]![0]!["data"]!["question"]);
    }

    [Fact]
    public async Task Sending_the_card_shows_the_number_and_sending_it_again_the_same_one()
    {
        var sent = Sent(Card("SaMDの保険適用は?"), ("summary", "書き直した内容"), ("email", "taro@example.jp"));
        var first = await _form.HandleAsync(_conversation, sent, default);
        var second = await _form.HandleAsync(_conversation, sent, default);
        Assert.Contains("C-" + TicketNumber.YearOf(DateTimeOffset.UtcNow) + "-0001", first.Text, StringComparison.Ordinal);
        Assert.Equal((first.Text, first.DeliveryKey), (second.Text, second.DeliveryKey));
        Assert.Null(first.Card);
    }

    [Fact]
    public async Task A_client_that_sends_only_the_address_sends_the_question_with_it()
    {
        var reply = await _form.HandleAsync(_conversation, Sent(Card("SaMDの保険適用は?"), ("email", "taro@example.jp")), default);
        Assert.Contains("受付番号", reply.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_address_brings_the_card_back_with_everything_that_was_written()
    {
        var sent = Sent(Card("質問"), ("summary", "長く書いた内容"), ("email", "nobody"), ("chatOnly", "false"));
        var reply = await _form.HandleAsync(_conversation, sent, default);
        Assert.Contains("メールアドレス", reply.Text, StringComparison.Ordinal);
        Assert.Equal((string?)sent["submissionId"], (string?)reply.Card!["actions"]![0]!["data"]!["submissionId"]);
        var values = reply.Card["body"]!.AsArray().Where(b => b!["id"] is not null).Select(b => (string?)b!["value"]);
        Assert.Equal(["長く書いた内容", "nobody", "false"], values);
    }

    [Theory]
    [InlineData("""{"verb":"openTicket"}""")]
    [InlineData("""{"verb":"openTicket","submissionId":["x"],"summary":{"a":1},"email":7,"language":null}""")]
    [InlineData("""{"verb":"openTicket","submissionId":"../../../../etc/passwd","summary":"x","email":"a@example.jp"}""")]
    public async Task A_made_up_card_is_answered_with_a_fresh_one(string json)
    {
        var reply = await _form.HandleAsync(_conversation, JsonNode.Parse(json)!.AsObject(), default);
        Assert.Equal(32, ((string?)reply.Card!["actions"]![0]!["data"]!["submissionId"])!.Length);
    }

    [Fact]
    public void Other_cards_are_left_to_others() =>
        Assert.False(_form.Handles(new JsonObject { ["verb"] = new JsonArray("openTicket") }));

    private static JsonObject Card(string question) =>
        IntakeCards.Offer(new Answer { Outcome = OutcomeKind.Escalated, Language = Language.Japanese, Text = "" }, [question]);

    private static JsonObject Sent(JsonObject card, params (string Field, string Value)[] inputs)
    {
        var value = card["actions"]![0]!["data"]!.DeepClone().AsObject();
        foreach (var (field, text) in inputs)
        {
            value[field] = text;
        }
        return value;
    }
}
