using System.Text.Json.Nodes;
using MedtechBot.Answers;
using MedtechBot.Channels;
using MedtechBot.Knowledge;
using MedtechBot.Teams;

namespace MedtechBot.Host.Tests.Replies;

/// <summary>One reply of each kind, with what is hard about it.</summary>
internal static class SampleReplies
{
    public const string Origin = "https://bot.example.jp";

    private static readonly string Quote =
        "医療機器プログラムに該当するかどうかは、①医療機器の定義に該当するか、②人の生命及び健康に影響を与えるおそれがあるかによって判断する。" + string.Concat(Enumerable.Repeat("𠮷", 80));

    public static IReadOnlyDictionary<string, OutgoingMessage> All { get; } = new Dictionary<string, OutgoingMessage>
    {
        ["answer"] = new()
        {
            DeliveryKey = "turn:t1",
            TurnId = "t1",
            Text = "これは**「医療機器」**です[1][2]。**注意：**必ず確認します[1]\n\n- 表の行(抜粋)\n- [手引き](/knowledge/guide#s1)",
            Suggestions = ["クラス分類とは", "担当者に相談したい"],
            Answer = Answer(Language.Japanese, Cited(1, "プログラムの医療機器該当性に関するガイドライン", "該当性の判断", Quote), Cited(2, "承認申請の手引き", "承認申請の手引き", "承認が必要です。")),
        },
        ["answer-in-english"] = new()
        {
            DeliveryKey = "turn:t2",
            TurnId = "t2",
            Text = "It is a medical device [1].",
            Answer = Answer(Language.English, Cited(1, "Guideline on software as a medical device, with a title that goes on and on well beyond eighty characters", "Scope", "It is.")) with { DateLine = "As of March 2024" },
        },
        ["reply-of-a-coordinator"] = new()
        {
            DeliveryKey = "reply-to-ticket:C-2026-0001:r1",
            SpokenBy = "佐藤_花子",
            Ticket = "C-2026-0001",
            Text = "**C-2026-0001 への回答**\n\n承認が必要です。\n\n出典: [1]",
            Answer = new Answer { Outcome = OutcomeKind.Answered, Language = Language.Japanese, Text = "", Citations = [Cited(1, "承認申請の手引き", "全体", "承認が必要です。")] },
            Card = Buttons("解決しました", "まだ解決していません"),
            Files = [new("f1", "申請の[手引き](最終_版).pdf", "application/pdf", 123_456), new("f2", "部品表.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", 3_500_000)],
        },
        ["form"] = new()
        {
            DeliveryKey = "reply:a1",
            Text = "担当者におつなぎします。",
            Card = SampleForms.Filled,
        },
        ["form-with-something-missing-in-english"] = new() { DeliveryKey = "reply:a3", Text = "Please look at what is missing.", Card = SampleForms.WithSomethingMissing },
        ["plain"] = new() { DeliveryKey = "reply:a2", Text = "ご質問を文字で入力してください。" },
    };

    public static TeamsConversationRow Place(string kind = TeamsKinds.Personal) => new()
    {
        Id = "place",
        ConversationId = "conversation",
        TeamsId = kind == TeamsKinds.Channel ? "19:abc@thread.tacv2;messageid=1700000000000" : "a:1-xyz",
        ChannelId = "msteams",
        ServiceUrl = "https://smba.trafficmanager.net/jp/",
        TenantId = "tenant",
        BotId = "28:bot",
        UserId = "29:user",
        AadObjectId = "aad-user",
        Kind = kind,
        Locale = "ja-JP",
        SeenAt = default,
    };

    public static Citation Cited(int position, string title, string section, string quote) =>
        new(position, new PassageId($"samd-guideline#s{position}"), title, section, quote, "厚生労働省", new PartialDate(2024, 3), Authority.Authority);

    private static Answer Answer(Language language, params Citation[] citations) => new()
    {
        Outcome = OutcomeKind.Answered,
        Language = language,
        Text = "",
        Citations = citations,
        DateLine = "2024年3月時点の情報です",
    };

    public static JsonObject Buttons(params string[] titles) => new()
    {
        ["type"] = "AdaptiveCard",
        ["version"] = "1.3",
        ["body"] = new JsonArray(),
        ["actions"] = new JsonArray([.. titles.Select(t => Button(t, "confirmSolution"))]),
    };

    private static JsonObject Button(string title, string verb) => new()
    {
        ["type"] = "Action.Submit",
        ["title"] = title,
        ["data"] = new JsonObject { ["verb"] = verb, ["ticket"] = "C-2026-0001" },
    };
}
