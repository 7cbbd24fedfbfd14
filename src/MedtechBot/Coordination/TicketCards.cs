using System.Text.Json.Nodes;
using MedtechBot.Answers;
using MedtechBot.Consultations;

namespace MedtechBot.Coordination;

/// <summary>The buttons below messages about a ticket. What they send is checked against the asker's own conversation.</summary>
public static class TicketCards
{
    public const string SolvedVerb = "confirmSolution";
    public const string RateVerb = "rateTicket";

    /// <summary>Below a reply: whether that settled it.</summary>
    public static JsonObject Solved(Ticket ticket) => Card(
        [],
        [
            Submit(Say(ticket, "解決しました", "This solved it"), SolvedVerb, ticket, ("solved", "true")),
            Submit(Say(ticket, "まだ解決していません", "Not solved yet"), SolvedVerb, ticket, ("solved", "false")),
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
            new JsonObject { ["type"] = "Input.Text", ["id"] = "comment", ["label"] = Say(ticket, "ひとこと(任意)", "A word (optional)"), ["isMultiline"] = true, ["maxLength"] = 1_000 },
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

    private static JsonObject Submit(string title, string verb, Ticket ticket, params (string Name, string Value)[] more)
    {
        var data = new JsonObject { ["verb"] = verb, ["ticket"] = ticket.Number.Value };
        foreach (var (name, value) in more)
        {
            data[name] = value;
        }
        return new JsonObject { ["type"] = "Action.Submit", ["title"] = title, ["data"] = data };
    }

    private static string Say(Ticket ticket, string japanese, string english) => ticket.Language == Language.English ? english : japanese;
}
