using System.Text.Json.Nodes;
using MedtechBot.Answers;
using MedtechBot.Channels;
using MedtechBot.Consultations;

namespace MedtechBot.Coordination;

/// <summary>The buttons below messages about a ticket. What they send is checked against the asker's own conversation.</summary>
public static class TicketCards
{
    public const string SolvedVerb = "confirmSolution";
    public const string RateVerb = "rateTicket";
    public const string ReferralVerb = "answerReferral";

    public const string AddVerb = "addToTicket";
    public const string WithdrawVerb = "withdrawTicket";

    /// <summary>Below the list of the asker's consultations: adds to one that is open, or takes it back.</summary>
    /// <param name="open">At least one.</param>
    public static JsonObject Mine(IReadOnlyList<Ticket> open, Language language)
    {
        var text = Input("text", AskerWords.Say(language, "追加の情報・ご返答", "More information, or your answer"), TicketTexts.Longest);
        return Card(
            open.Count == 1 ? [text] : [new JsonObject
            {
                ["type"] = "Input.ChoiceSet",
                ["id"] = "ticket",
                ["label"] = AskerWords.Say(language, "どの相談ですか", "Which consultation?"),
                ["style"] = "compact",
                ["value"] = open[0].Number.Value,
                ["choices"] = new JsonArray([.. open.Select(t => (JsonNode)new JsonObject { ["title"] = $"{t.Number} {AskerWords.Of(t.Status, language)}", ["value"] = t.Number.Value })]),
            }, text],
            [
                Submit(AskerWords.Say(language, "この相談に追加する", "Add to this consultation"), AddVerb, open.Count == 1 ? open[0] : null, ("card", RandomId.Next()), ("language", language == Language.English ? "en" : "ja")),
                Submit(AskerWords.Say(language, "この相談を取り下げる", "Withdraw this consultation"), WithdrawVerb, open.Count == 1 ? open[0] : null, ("language", language == Language.English ? "en" : "ja")),
            ]);
    }

    /// <summary>Asks once more before a ticket is taken back.</summary>
    public static JsonObject Withdraw(Ticket ticket, Language language) => Card(
        [],
        [Submit(AskerWords.Say(language, $"{ticket.Number} を取り下げる", $"Withdraw {ticket.Number}"), WithdrawVerb, ticket, ("sure", "true"), ("language", language == Language.English ? "en" : "ja"))]);

    /// <summary>Below a reply: whether that settled it.</summary>
    public static JsonObject Solved(Ticket ticket) => Card(
        [],
        [
            Submit(Say(ticket, "解決しました", "This solved it"), SolvedVerb, ticket, ("solved", "true")),
            Submit(Say(ticket, "まだ解決していません", "Not solved yet"), SolvedVerb, ticket, ("solved", "false")),
        ]);

    /// <summary>Below the question whether the asker wants to be introduced.</summary>
    public static JsonObject Introduce(Ticket ticket, string referralId) => Card(
        [],
        [
            Submit(Say(ticket, "紹介を希望します", "Yes, please introduce me"), ReferralVerb, ticket, ("referral", referralId), ("wanted", "true")),
            Submit(Say(ticket, "希望しません", "No, thank you"), ReferralVerb, ticket, ("referral", referralId), ("wanted", "false")),
        ]);

    /// <summary>Below the message that a ticket was closed.</summary>
    public static JsonObject Rate(Ticket ticket) => Card(
        [
            new JsonObject
            {
                ["type"] = "Input.ChoiceSet",
                ["id"] = "stars",
                ["label"] = Say(ticket, "対応はいかがでしたか", "How was it?"),
                ["style"] = "compact",
                ["value"] = "5",
                ["choices"] = new JsonArray([.. Enumerable.Range(1, 5).Reverse().Select(n => (JsonNode)new JsonObject { ["title"] = new string('★', n) + new string('☆', 5 - n), ["value"] = n.ToString(System.Globalization.CultureInfo.InvariantCulture) })]),
            },
            Input("comment", Say(ticket, "ひとこと(任意)", "A word (optional)"), TicketTexts.LongestComment),
        ],
        [
            Submit(Say(ticket, "評価を送る", "Send"), RateVerb, ticket),
            Submit(Say(ticket, "まだ解決していません", "Not solved yet"), SolvedVerb, ticket, ("solved", "false")),
        ]);

    private static JsonObject Card(JsonArray body, JsonArray actions) => new()
    {
        ["$schema"] = "http://adaptivecards.io/schemas/adaptive-card.json",
        ["type"] = "AdaptiveCard",
        ["version"] = "1.3",
        ["body"] = body,
        ["actions"] = actions,
    };

    private static JsonObject Input(string id, string label, int longest) =>
        new() { ["type"] = "Input.Text", ["id"] = id, ["label"] = label, ["isMultiline"] = true, ["maxLength"] = longest };

    // Without a ticket the card's own choice names it.
    private static JsonObject Submit(string title, string verb, Ticket? ticket, params (string Name, string Value)[] more)
    {
        var data = new JsonObject { ["verb"] = verb };
        if (ticket is not null)
        {
            data["ticket"] = ticket.Number.Value;
        }
        foreach (var (name, value) in more)
        {
            data[name] = value;
        }
        return new JsonObject { ["type"] = "Action.Submit", ["title"] = title, ["data"] = data };
    }

    private static string Say(Ticket ticket, string japanese, string english) => AskerWords.Say(ticket.Language, japanese, english);
}
