using System.Text.Json.Nodes;
using MedtechBot.Consultations;
using MedtechBot.Coordination;
using MedtechBot.Host.Desk;
using MedtechBot.People;

namespace MedtechBot.Host.Teams.Coordinators;

/// <summary>The verbs of a ticket's card.</summary>
internal static class CardVerbs
{
    public const string Prefix = "desk.";
    public const string View = Prefix + "view";
    public const string Take = Prefix + "take";
    public const string Reply = Prefix + "reply";
    public const string Ask = Prefix + "ask";
    public const string Refer = Prefix + "refer";
    public const string Close = Prefix + "close";
}

/// <summary>What whoever is in charge fills in on a ticket's card. Fields that a form shows lie inside it, so that each button sends its own.</summary>
internal static class TicketCardForms
{
    public const string ReplyField = "reply";
    public const string AskField = "ask";
    public const string ToField = "to";
    public const string ReasonField = "reason";
    public const string OutcomeField = "outcome";

    public static IEnumerable<JsonObject> OfHolder(TicketCardView view)
    {
        var ticket = view.Ticket;
        yield return Form("返信する", [Input(view, ReplyField, "相談者への返信", TicketTexts.Longest)], Positive("返信を送る", CardVerbs.Reply, ticket));
        yield return Form("確認する", [Input(view, AskField, "相談者に確認したいこと", TicketTexts.Longest)], Positive("確認を送る", CardVerbs.Ask, ticket));
        if (view.Viewer!.May(Role.Coordinator))
        {
            yield return Form("紹介する",
                [Input(view, ToField, "紹介先の機関・窓口", ReferTicket.LongestName, isLong: false), Input(view, ReasonField, "紹介の理由(相談者に伝わります)", ReferTicket.LongestReason)],
                Positive("紹介を提案する", CardVerbs.Refer, ticket));
            yield return Form("完了する", [Outcomes(ticket)], Positive("完了にする", CardVerbs.Close, ticket));
        }
    }

    public static JsonObject Positive(string title, string verb, Ticket ticket)
    {
        var action = Execute(title, verb, ticket);
        action["style"] = "positive";
        return action;
    }

    public static JsonObject Execute(string title, string verb, Ticket ticket) => new()
    {
        ["type"] = "Action.Execute",
        ["title"] = title,
        ["verb"] = verb,
        ["data"] = new JsonObject { ["ticket"] = ticket.Number.Value, ["version"] = ticket.Version },
    };

    public static JsonObject Text(string text, bool subtle = false, bool bold = false)
    {
        var block = new JsonObject { ["type"] = "TextBlock", ["text"] = text, ["wrap"] = true };
        if (subtle)
        {
            (block["isSubtle"], block["size"]) = (true, "Small");
        }
        if (bold)
        {
            block["weight"] = "Bolder";
        }
        return block;
    }

    private static JsonObject Form(string title, IEnumerable<JsonObject[]> fields, JsonObject send) => new()
    {
        ["type"] = "Action.ShowCard",
        ["title"] = title,
        ["card"] = new JsonObject { ["type"] = "AdaptiveCard", ["body"] = new JsonArray([.. fields.SelectMany(f => f)]), ["actions"] = new JsonArray(send) },
    };

    // Labels of fields are of 1.3: words above them are drawn everywhere.
    private static JsonObject[] Input(TicketCardView view, string id, string label, int longest, bool isLong = true)
    {
        var input = new JsonObject { ["type"] = "Input.Text", ["id"] = id, ["isMultiline"] = isLong, ["maxLength"] = longest };
        if (view.Typed?[id] is JsonValue typed)
        {
            input["value"] = typed.DeepClone();
        }
        return [Text(label), input];
    }

    private static JsonObject[] Outcomes(Ticket ticket)
    {
        var possible = TicketOutcomes.OfCoordinators.Where(o => TicketRules.CanEndAs(ticket, o)).ToList();
        return
        [
            Text("どのように終わりましたか"),
            new JsonObject
            {
                ["type"] = "Input.ChoiceSet",
                ["id"] = OutcomeField,
                ["style"] = "compact",
                ["value"] = possible[0].Code(),
                ["choices"] = new JsonArray([.. possible.Select(o => new JsonObject { ["title"] = DeskWords.Of(o), ["value"] = o.Code() })]),
            },
        ];
    }
}
