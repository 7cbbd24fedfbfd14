using System.Text.Json.Nodes;
using MedtechBot.Answers;
using MedtechBot.Consultations.Routing;

namespace MedtechBot.Consultations.Intake;

/// <summary>
/// The consultation form in a chat, as an Adaptive Card: what will be sent is what stands in it. The contact field is called
/// <c>email</c> and the first action sends.
/// </summary>
public static class IntakeCards
{
    public const string Verb = "openTicket";
    public const string KeepVerb = "keepIntake";
    public const string CancelVerb = "cancelIntake";
    public const string FieldsVerb = "showIntakeFields";

    private const string DetailsId = "intakeDetails";

    /// <param name="doors">Desks elsewhere that may be the right one.</param>
    /// <param name="problems">What must be put right first.</param>
    /// <param name="withDetails">The fields of the topic are open already.</param>
    public static JsonObject Show(
        IntakeDraft draft, Language language, RoutingRules rules, WishNotice notice, IReadOnlyList<ProposedDoor> doors, IReadOnlyList<IntakeProblem>? problems = null, bool withDetails = false)
    {
        var body = new JsonArray
        {
            CardElements.Text(Say("担当者への相談", "Consult a person"), bold: true),
            CardElements.Text(Say("次の内容を担当者に送ります。必要に応じて書き直してください。", "This is what will be sent. Please correct it where needed.")),
        };
        foreach (var problem in problems ?? [])
        {
            body.Add(CardElements.Problem(problem.Message));
        }
        foreach (var input in IntakeInputs.First)
        {
            body.Add(Field(input));
            if (input.Id == IntakeInputs.Wish.Id)
            {
                body.Add(CardElements.Text(notice.Markdown(language), subtle: true));
            }
        }
        body.Add(CardElements.Text(Say(
            "返信はこの会話に届きます。秘密の内容を含む相談は、担当するコーディネーターと管理者だけが読み、会話の内容は見せません。患者さんの情報は書かないでください。",
            "The reply comes into this conversation. A confidential matter is read only by the coordinator in charge and administrators, without the conversation. Please leave out patient data."), subtle: true));
        if (AskedByTopic.MissingLine(draft.Form, language) is { } missing)
        {
            body.Add(CardElements.Text(missing, subtle: true));
        }
        if (OtherDoors.Markdown(doors, language) is { } elsewhere)
        {
            body.Add(CardElements.Text(elsewhere, subtle: true));
        }
        body.Add(Details(withDetails || problems?.Any(p => p.Field == IntakeField.Detail) == true));
        return new JsonObject
        {
            ["$schema"] = "http://adaptivecards.io/schemas/adaptive-card.json",
            ["type"] = "AdaptiveCard",
            ["version"] = "1.3",
            ["fallbackText"] = Say("相談フォームをここには表示できません。[相談のページ](/ask/consult)からも相談できます。", "The form cannot be shown here. You can also use [the page for consultations](/ask/consult)."),
            ["body"] = body,
            ["actions"] = new JsonArray
            {
                Submit(Verb, Say("この内容で相談する", "Send to a person"), isMain: true),
                // Not Action.ShowCard: what is typed in one is not sent by the buttons outside of it.
                new JsonObject { ["type"] = "Action.ToggleVisibility", ["title"] = Say("もっと詳しく", "More details"), ["targetElements"] = new JsonArray(DetailsId) },
                Submit(KeepVerb, Say("あとで続ける", "Continue later")),
                Submit(CancelVerb, Say("やめる", "Cancel")),
            },
        };

        string Say(string japanese, string english) => language == Language.English ? english : japanese;

        JsonObject Field(IntakeInput input) => CardElements.Input(input, input.ChoicesOf(rules), draft, language);

        JsonObject Details(bool open) => new()
        {
            ["type"] = "Container",
            ["id"] = DetailsId,
            ["isVisible"] = open,
            ["separator"] = true,
            ["items"] = new JsonArray([
                CardElements.Text(Say("わかる範囲でかまいません。", "As far as you know; everything may stay empty.")),
                .. AskedByTopic.Of(draft.Form).Select(Field),
                new JsonObject
                {
                    ["type"] = "ActionSet",
                    ["actions"] = new JsonArray(Submit(FieldsVerb, Say("選んだテーマの項目を表示", "Show the fields of the chosen topic"))),
                }]),
        };

        JsonObject Submit(string verb, string title, bool isMain = false) => new()
        {
            ["type"] = "Action.Submit",
            ["title"] = title,
            ["style"] = isMain ? "positive" : "default",
            ["data"] = new JsonObject
            {
                ["verb"] = verb,
                ["submissionId"] = draft.SubmissionId,
                ["language"] = language == Language.English ? "en" : "ja",
                ["wasConfidential"] = draft.Form.Details.IsConfidential,
                // For clients that send only the fields that were touched.
                ["question"] = draft.Form.Summary ?? "",
                ["prefilled"] = new JsonObject(draft.Prefilled.Where(f => f.Key != IntakeInputs.Summary.Id).Select(f => KeyValuePair.Create(f.Key, (JsonNode?)f.Value))),
            },
        };
    }
}
