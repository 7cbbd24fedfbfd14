using System.Globalization;
using System.Text.Json.Nodes;
using MedtechBot.Answers;
using MedtechBot.Channels;
using MedtechBot.Host.Replies;
using MedtechBot.Turns;

namespace MedtechBot.Host.DirectLine;

/// <summary>
/// How Web Chat 4.18 wants its activities: citations twice (as reference definitions at the end of the text and as claims in an
/// entity), thumbs as potential actions that carry the turn's id, and Action.Submit where a card says Action.Execute.
/// </summary>
internal static class WebChatShape
{
    private const int LongestQuote = 120;

    public static JsonNode Of(Activity activity, string origin) => activity.Incoming is { } incoming
        ? User(activity, incoming, origin)
        : Bot(activity, activity.Outgoing!, origin);

    private static JsonObject User(Activity activity, IncomingMessage message, string origin)
    {
        var shaped = Envelope(activity, "asker", "user", name: null);
        shaped["text"] = message.Text;
        shaped["textFormat"] = "plain";
        shaped["attachments"] = new JsonArray([.. message.Files.Select(f => FileOf(f, origin))]);
        var data = new JsonObject { ["attachmentSizes"] = SizesOf(message.Files) };
        if (message.ClientId is not null)
        {
            data["clientActivityID"] = message.ClientId;
        }
        if (message.IsSubmission)
        {
            data["postBack"] = true;
        }
        shaped["channelData"] = data;
        return shaped;
    }

    private static JsonObject Bot(Activity activity, OutgoingMessage message, string origin)
    {
        var shaped = Envelope(activity, "medtechbot", "bot", message.SpokenBy ?? "MedtechBot");
        shaped["text"] = TextOf(message, origin);
        shaped["textFormat"] = "markdown";
        if (message.Answer is not null)
        {
            shaped["entities"] = new JsonArray(MessageEntity(message, message.Answer, origin));
        }
        var attachments = new JsonArray([.. message.Files.Select(f => FileOf(f, origin))]);
        var data = new JsonObject();
        if (message.Files.Count > 0)
        {
            data["attachmentSizes"] = SizesOf(message.Files);
        }
        if (message.Card is not null)
        {
            attachments.Add(new JsonObject { ["contentType"] = "application/vnd.microsoft.card.adaptive", ["content"] = ForWebChat(message.Card, origin) });
        }
        shaped["attachments"] = attachments;
        if (message.Card is not null && ReplyMarkdown.Spoken(message.Text) is { Length: > 0 } spoken)
        {
            // Web Chat would announce a card by a hidden copy of it, whose fields have no names and are in the way of the real ones.
            data["webchat:fallback-text"] = spoken;
        }
        if (data.Count > 0)
        {
            shaped["channelData"] = data;
        }
        if (message.Suggestions.Count > 0)
        {
            shaped["suggestedActions"] = new JsonObject
            {
                ["actions"] = new JsonArray([.. message.Suggestions.Select(s => new JsonObject { ["type"] = "imBack", ["title"] = s, ["value"] = s })]),
            };
        }
        return shaped;
    }

    private static JsonObject FileOf(UploadedFile file, string origin) => new()
    {
        ["contentType"] = file.ContentType,
        ["name"] = file.Name,
        ["contentUrl"] = $"{origin}/v3/directline/attachments/{file.Id}",
    };

    private static JsonArray SizesOf(IReadOnlyList<UploadedFile> files) => new([.. files.Select(f => JsonValue.Create(f.Size))]);

    private static JsonObject Envelope(Activity activity, string id, string role, string? name)
    {
        var from = new JsonObject { ["id"] = id, ["role"] = role };
        if (name is not null)
        {
            from["name"] = name;
        }
        return new JsonObject
        {
            ["type"] = "message",
            ["id"] = activity.Id,
            ["timestamp"] = activity.At.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffffffZ", CultureInfo.InvariantCulture),
            ["channelId"] = "directline",
            ["conversation"] = new JsonObject { ["id"] = activity.ConversationId },
            ["from"] = from,
        };
    }

    private static string TextOf(OutgoingMessage message, string origin)
    {
        var text = ReplyText.Above(message) + ReplyText.OpenAnywhere(ReplyMarkdown.Normalise(message.Text), origin) + ReplyText.Below(message);
        return message.Answer is not { Citations.Count: > 0 } answer ? text
            : text + "\n\n" + string.Join('\n', answer.Citations.Select(c => WebChatMarkdown.Definition(c.Position, Url(c, origin), TitleOf(c, answer.Language))));
    }

    private static JsonObject MessageEntity(OutgoingMessage message, Answer answer, string origin)
    {
        var entity = new JsonObject
        {
            ["@context"] = "https://schema.org",
            ["@id"] = "",
            ["@type"] = "Message",
            ["type"] = "https://schema.org/Message",
            ["citation"] = new JsonArray([.. answer.Citations.Select(c => new JsonObject
            {
                ["@type"] = "Claim",
                ["position"] = c.Position,
                ["appearance"] = new JsonObject
                {
                    ["@type"] = "DigitalDocument",
                    ["name"] = TitleOf(c, answer.Language),
                    ["url"] = Url(c, origin),
                    ["abstract"] = ReplyText.Shortened(c.Quote, LongestQuote),
                },
            })]),
        };
        if (message.TurnId is not null)
        {
            entity["potentialAction"] = new JsonArray(Thumb("LikeAction", message.TurnId, Reaction.Up), Thumb("DislikeAction", message.TurnId, Reaction.Down));
        }
        return entity;
    }

    private static JsonObject Thumb(string type, string turnId, Reaction reaction) => new()
    {
        ["@type"] = type,
        ["@id"] = FeedbackEvent.ActionId(turnId, reaction),
        ["actionStatus"] = "PotentialActionStatus",
    };

    private static string Url(Citation citation, string origin) => origin + citation.Path;

    // Web Chat shows a citation as one line: the date it speaks for has no place but in there.
    private static string TitleOf(Citation citation, Language language) => ReplyText.TitleOf(citation) + ReplyText.AsOf(citation, language);

    // Web Chat draws Action.Execute but sends nothing when it is pressed.
    private static JsonNode ForWebChat(JsonNode card, string origin)
    {
        var copy = card.DeepClone();
        Rewrite(copy);
        return copy;

        void Rewrite(JsonNode? node)
        {
            if (node is JsonArray array)
            {
                foreach (var item in array)
                {
                    Rewrite(item);
                }
            }
            else if (node is JsonObject element)
            {
                if ((element["type"] as JsonValue)?.ToString() == "Action.Execute")
                {
                    element["type"] = "Action.Submit";
                    if (element["verb"] is { } verb)
                    {
                        element.Remove("verb");
                        (element["data"] as JsonObject ?? (JsonObject)(element["data"] = new JsonObject()))["verb"] = verb;
                    }
                }
                if ((element["type"] as JsonValue)?.ToString() == "TextBlock" && element["text"] is JsonValue text)
                {
                    element["text"] = ReplyText.OpenAnywhere(text.ToString(), origin);
                }
                foreach (var (_, value) in element)
                {
                    Rewrite(value);
                }
            }
        }
    }
}
