using System.Text.Json.Nodes;
using MedtechBot.Answers;
using MedtechBot.Channels;

namespace MedtechBot.Consultations;

/// <summary>
/// The consultation form in a chat, as an Adaptive Card: what will be sent is what stands in it. The contact field is called
/// <c>email</c> and the first action sends.
/// </summary>
public static class IntakeCards
{
    public const string Verb = "openTicket";

    // A shorter message asking for a person says nothing of the matter itself.
    private const int ShortRequest = 24;

    /// <summary>The form below an answer that hands the matter on, with the matter filled in.</summary>
    /// <param name="questions">What the asker wrote so far, oldest first; the last one led here.</param>
    public static JsonObject Offer(Answer answer, IReadOnlyList<string> questions) =>
        Show(RandomId.Next(), new IntakeForm { Summary = Matter(answer, questions) }, answer.Language);

    public static JsonObject Show(string submissionId, IntakeForm form, Language language, IReadOnlyList<IntakeProblem>? problems = null)
    {
        var body = new JsonArray
        {
            Text(language == Language.English ? "Consult a person" : "担当者への相談", bold: true),
            Text(language == Language.English
                ? "This is what will be sent. Please correct it where needed."
                : "次の内容を担当者に送ります。必要に応じて書き直してください。"),
        };
        foreach (var problem in problems ?? [])
        {
            var line = Text("⚠ " + problem.Message);
            line["color"] = "Attention";
            body.Add(line);
        }
        body.Add(new JsonObject
        {
            ["type"] = "Input.Text",
            ["id"] = "summary",
            ["label"] = language == Language.English ? "What you would like to consult about" : "相談内容",
            ["placeholder"] = language == Language.English ? "The product, what you want to know, how far you are" : "製品の概要、知りたいこと、開発の状況など",
            ["isMultiline"] = true,
            ["maxLength"] = IntakeForm.LongestSummary,
            ["value"] = form.Summary ?? "",
        });
        body.Add(new JsonObject
        {
            ["type"] = "Input.Text",
            ["id"] = "email",
            ["style"] = "Email",
            ["label"] = language == Language.English ? "E-mail (to reach you)" : "連絡先メールアドレス",
            ["placeholder"] = "name@example.jp",
            ["maxLength"] = IntakeForm.LongestEmail,
            ["value"] = form.Email ?? "",
        });
        body.Add(new JsonObject
        {
            ["type"] = "Input.Toggle",
            ["id"] = "chatOnly",
            ["title"] = language == Language.English ? "No e-mail: I read the reply in this conversation" : "メールなしで、この会話で返信を受け取る",
            ["value"] = form.ReplyInChatOnly ? "true" : "false",
        });
        body.Add(Text(language == Language.English
            ? "The questions and answers of this conversation go along with it. The reply comes into this conversation."
            : "この会話の質問と回答も、あわせて担当者に伝わります。返信はこの会話に届きます。"));
        return new JsonObject
        {
            ["$schema"] = "http://adaptivecards.io/schemas/adaptive-card.json",
            ["type"] = "AdaptiveCard",
            ["version"] = "1.3",
            ["body"] = body,
            ["actions"] = new JsonArray
            {
                new JsonObject
                {
                    ["type"] = "Action.Submit",
                    ["title"] = language == Language.English ? "Send to a person" : "この内容で相談する",
                    ["data"] = new JsonObject
                    {
                        ["verb"] = Verb,
                        ["submissionId"] = submissionId,
                        ["language"] = language == Language.English ? "en" : "ja",
                        // For clients that send only the fields that were touched.
                        ["question"] = form.Summary ?? "",
                    },
                },
            },
        };
    }

    private static string Matter(Answer answer, IReadOnlyList<string> questions)
    {
        if (answer.Escalation == EscalationReason.Confidential)
        {
            return answer.Language == Language.English
                ? "[Confidential] I would like to consult about an unpublished invention or something confidential. I will tell the content after we have agreed on secrecy (NDA)."
                : "【秘密保持希望】未公開の発明や秘密の内容について相談したいです。内容は、秘密保持契約(NDA)など取り決めのあとでお伝えします。";
        }
        var last = questions[^1];
        var matter = answer.Escalation == EscalationReason.AskedForPerson && last.Length <= ShortRequest && questions.Count > 1 ? questions[^2] : last;
        return matter.Length <= IntakeForm.LongestSummary ? matter : matter[..IntakeForm.LongestSummary];
    }

    private static JsonObject Text(string text, bool bold = false)
    {
        var block = new JsonObject { ["type"] = "TextBlock", ["text"] = text, ["wrap"] = true };
        if (bold)
        {
            block["weight"] = "Bolder";
        }
        return block;
    }
}
