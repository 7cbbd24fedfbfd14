using System.Text.Json.Nodes;
using MedtechBot.Answers;
using MedtechBot.Consultations;
using MedtechBot.Consultations.Promises;
using MedtechBot.Consultations.Routing;
using MedtechBot.People;

namespace MedtechBot.Host.Api;

/// <summary>What answers look like, for the description; made by the code that makes them.</summary>
internal static class ApiExamples
{
    private static readonly DateTimeOffset Morning = new(2026, 4, 1, 0, 30, 0, TimeSpan.Zero);

    /// <param name="type">What the body is; null when that is not known.</param>
    public static JsonNode? Answer(string status, Type? type) => status switch
    {
        "200" or "201" when type == typeof(TicketJson) => Sample(),
        "200" when type == typeof(TicketList) => new JsonObject { ["items"] = new JsonArray(), ["next"] = null },
        "400" => Problem(400, "bad-request", "The request cannot be used", "\"text\" is missing or empty."),
        "401" => Problem(401, "unauthorized", "A key is needed", "Send a key that is in use: Authorization: Bearer <key>. An administrator makes one with: desk key add."),
        "403" => Problem(403, "forbidden", "The key's role does not suffice", "This key has the role expert."),
        "404" => JsonNode.Parse(ApiProblem.NoTicket.Body),
        "409" => JsonNode.Parse(ApiProblem.Answer(409, "held-by-other", "The ticket does not allow this now", "佐藤 花子 is in charge of this ticket.", "佐藤 花子").Body),
        "413" => JsonNode.Parse(ApiProblem.Of(413).Body),
        "415" => Problem(415, "unsupported-media-type", "The body is not declared as JSON", "Send Content-Type: application/json."),
        "422" => Problem(422, "idempotency-key-reused", "The request cannot be carried out", "This Idempotency-Key was used for another request within the last 24 hours; choose a new one."),
        "429" => JsonNode.Parse(ApiProblem.TooMany.Body),
        "500" => JsonNode.Parse(ApiProblem.Of(500).Body),
        _ => null,
    };

    private static JsonNode? Sample()
    {
        var ticket = Ticket.Replay(TicketNumber.Of(2026, 1), "conversation", [
            new TicketOpened(Morning, "在宅用の血圧計を開発しています。薬事の窓口を知りたいです。", "asker@example.jp", Language.Japanese, new IntakeDetails { Product = "血圧計", Wish = Wish.What, Stage = 2, Prefecture = "大阪府" }),
            new TicketRouted(Morning, ["regulatory"], nameof(Urgency.Normal), 3, "薬事・品質担当", "近畿", ["薬事の相談とみられるため(規則 topic:regulatory: 「薬事」)。"]),
            new TicketTaken(Morning.AddMinutes(20), Person.KeyPrefix + "CRM"),
            new ReplyWritten(Morning.AddHours(1), Person.KeyPrefix + "CRM", new string('0', 64), "PMDAの全般相談が窓口です。"),
        ]);
        var views = new TicketViews(() => DeskRules.Fallback, new PromiseTerms(), TimeProvider.System);
        return JsonNode.Parse(views.Answer(ticket, new Person("key", Person.KeyPrefix + "CRM", Role.Coordinator)).Body);
    }

    private static JsonNode? Problem(int status, string code, string title, string detail) => JsonNode.Parse(ApiProblem.Answer(status, code, title, detail).Body);
}
