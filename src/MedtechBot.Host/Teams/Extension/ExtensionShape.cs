using System.Text.Json.Nodes;

namespace MedtechBot.Host.Teams.Extension;

/// <summary>One result: how it stands in the list, and the card that is inserted.</summary>
/// <param name="Choice">What comes back when it is chosen.</param>
internal sealed record ExtensionResult(string Title, string Text, JsonObject Card, JsonObject Choice);

/// <summary>Answers to searches from the compose box, as Teams wants them.</summary>
internal static class ExtensionShape
{
    public static JsonObject Of(IEnumerable<ExtensionResult> results) => Answer(new JsonObject
    {
        ["type"] = "result",
        ["attachmentLayout"] = "list",
        ["attachments"] = new JsonArray([.. results.Select(r =>
        {
            var attachment = Attachment(r.Card);
            attachment["preview"] = new JsonObject
            {
                ["contentType"] = "application/vnd.microsoft.card.thumbnail",
                ["content"] = new JsonObject
                {
                    ["title"] = Plain(r.Title),
                    ["text"] = Plain(r.Text),
                    ["tap"] = new JsonObject { ["type"] = "invoke", ["title"] = Plain(r.Title), ["value"] = r.Choice },
                },
            };
            return attachment;
        })]),
    });

    /// <summary>The card of the one that was chosen.</summary>
    public static JsonObject Chosen(JsonObject card) => Answer(new JsonObject
    {
        ["type"] = "result",
        ["attachmentLayout"] = "list",
        ["attachments"] = new JsonArray(Attachment(card)),
    });

    /// <summary>Words instead of results.</summary>
    public static JsonObject Words(string text) => Answer(new JsonObject { ["type"] = "message", ["text"] = text });

    /// <param name="body">From top to bottom.</param>
    /// <param name="fallback">For clients that draw no such card.</param>
    public static JsonObject Card(IEnumerable<JsonObject> body, string linkTitle, string link, string fallback) => new()
    {
        ["type"] = "AdaptiveCard",
        ["$schema"] = "http://adaptivecards.io/schemas/adaptive-card.json",
        ["version"] = "1.2",
        ["fallbackText"] = fallback,
        ["body"] = new JsonArray([.. body]),
        ["actions"] = new JsonArray(new JsonObject { ["type"] = "Action.OpenUrl", ["title"] = linkTitle, ["url"] = link }),
    };

    /// <summary>Text that stays as it is: what looks like Markdown in a quotation is not.</summary>
    public static JsonObject Text(string text, bool isBold = false, bool isSubtle = false) => new()
    {
        ["type"] = "RichTextBlock",
        ["inlines"] = new JsonArray(new JsonObject
        {
            ["type"] = "TextRun",
            ["text"] = text,
            ["weight"] = isBold ? "Bolder" : "Default",
            ["isSubtle"] = isSubtle,
            ["size"] = isSubtle ? "Small" : "Default",
        }),
    };

    private static JsonObject Answer(JsonObject extension) => new() { ["composeExtension"] = extension };

    private static JsonObject Attachment(JsonObject card) => new() { ["contentType"] = "application/vnd.microsoft.card.adaptive", ["content"] = card };

    // The list is drawn from a little HTML.
    private static string Plain(string text) => text.ReplaceLineEndings(" ").Replace('<', '\uFF1C').Replace('>', '\uFF1E').Replace('&', '\uFF06');
}
