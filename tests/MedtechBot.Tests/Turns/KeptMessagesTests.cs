using System.Text;
using MedtechBot.Answers;
using MedtechBot.Channels;
using MedtechBot.Consultations.Intake;
using MedtechBot.Tests.Consultations.Intake;
using MedtechBot.Tests.Knowledge;
using MedtechBot.Tests.Storage;
using MedtechBot.Turns;
using Microsoft.Extensions.Logging;

namespace MedtechBot.Tests.Turns;

/// <summary>What must not be kept is looked for in the bytes of the database and in the log, after a whole conversation.</summary>
public sealed class KeptMessagesTests : IDisposable
{
    private readonly TemporaryDatabase _database = new();
    private readonly CollectingLogger _log = new();

    public void Dispose() => _database.Dispose();

    [Theory]
    [InlineData("患者の山田太郎さん(72歳)はカルテ番号0012345です。不具合報告の期限は?", "山田太郎", "72歳", "0012345")]
    [InlineData("高橋　花子様（４５歳）、電話０９０－１２３４－５６７８、生年月日 昭和55年3月4日です", "高橋", "花子", "１２３４", "1234-5678", "昭和55年")]
    [InlineData("治験のことで担当者に相談したい。taro@example.co.jp、東京都港区芝公園1丁目2番3号", "taro@", "芝公園1丁目")]
    [InlineData("Patient John Smith, 72, MRN 1234567. How are malfunctions reported?", "John", "Smith", "1234567")]
    [InlineData("出願前の発明ですが、カテーテルの先端に形状記憶合金を使い、体温で曲がる構造です", "形状記憶", "体温")]
    [InlineData("Our unpublished invention is a stent that uses shape memory alloy", "stent", "alloy")]
    public async Task Neither_the_database_nor_the_log_holds_it_and_the_reply_does_not_repeat_it(string message, params string[] secrets)
    {
        var conversations = new Conversations(_database, TimeProvider.System);
        var conversation = await conversations.CreateAsync("asker", ChannelNames.DirectLine, null);
        var parts = new IntakeParts(_database);
        var turns = new ConversationTurns(conversations, new TurnHandler(() => ProductKnowledge.Current), new TurnLog(_database, TimeProvider.System),
            [parts.Submission], _log, parts.Offer.HandleAsync);

        var reply = await (await turns.ReceiveAsync(conversation, new IncomingMessage { Text = message }))!.Reply;
        await (await turns.ReceiveAsync(conversation, new IncomingMessage { Text = "費用は?" }))!.Reply;
        // The form as it was filled in is sent as it is, with a contact.
        var card = await parts.Offer.HandleAsync(conversation, reply.Answer!, [(await conversations.ReadAsync(conversation.Id, -1))[0].Incoming!.Text]);
        var value = card["actions"]![0]!["data"]!.DeepClone().AsObject();
        value["email"] = "asker@contact.example";
        var sent = await (await turns.ReceiveAsync(conversation, new IncomingMessage { Value = value }))!.Reply;

        Assert.Matches("[A-Z]+-?[0-9]{4}", sent.Text);
        var bytes = _database.Bytes();
        foreach (var secret in secrets)
        {
            Assert.DoesNotContain(secret, reply.Text, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain(secret, reply.Card?.ToJsonString(new(System.Text.Json.JsonSerializerDefaults.General) { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }) ?? "", StringComparison.OrdinalIgnoreCase);
            Assert.False(Holds(bytes, secret), $"'{secret}' is in the database.");
            Assert.DoesNotContain(secret, _log.Text, StringComparison.OrdinalIgnoreCase);
        }
        Assert.True(Holds(bytes, "asker@contact.example"), "What is typed into the contact field is kept.");
    }

    [Fact]
    public async Task Ones_own_contact_in_a_question_is_masked_and_the_question_answered_with_a_note()
    {
        var answer = await ProductKnowledge.AnswerAsync("伴走コンサルは無料ですか。連絡は090-1234-5678へ");

        Assert.Equal(OutcomeKind.Answered, answer.Outcome);
        Assert.Contains("伏せ", answer.Text);
    }

    [Fact]
    public async Task A_patients_data_leads_to_a_warning_first_whatever_is_asked()
    {
        var answer = await ProductKnowledge.AnswerAsync("患者の鈴木一郎様、68歳、心不全です。どの機器を使うべきですか");

        Assert.Equal(EscalationReason.PatientData, answer.Escalation);
        Assert.StartsWith("患者さんの個人情報はここに入力しないでください", answer.Text);
    }

    [Fact]
    public async Task An_unpublished_invention_is_offered_a_consultation_marked_confidential()
    {
        var answer = await ProductKnowledge.AnswerAsync("まだ出願していない発明です。内容は次のとおりです");
        var draft = IntakePrefill.Of(answer, ["(未公開の発明や秘密の内容のため、保存していません)"]);

        Assert.Equal(EscalationReason.Confidential, answer.Escalation);
        Assert.Contains("NDA", answer.Text);
        Assert.StartsWith("【秘密保持希望】", draft.Form.Summary);
        Assert.True(draft.Form.Details.IsConfidential);
    }

    // As JSON text in the database escapes nothing but what it must, the letters stand as they are.
    private static bool Holds(byte[] bytes, string text) =>
        bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(text)) >= 0 || bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(Escaped(text))) >= 0;

    private static string Escaped(string text) => string.Concat(text.Select(c => c < 128 ? c.ToString() : $"\\u{(int)c:x4}"));

    private sealed class CollectingLogger : ILogger<ConversationTurns>
    {
        private readonly StringBuilder _text = new();

        public string Text => _text.ToString();

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            _text.Append(formatter(state, exception)).Append(exception);
    }
}
