using System.Text.Json.Nodes;
using MedtechBot.Answers;

namespace MedtechBot.Consultations.Intake;

/// <summary>The pieces of the form's Adaptive Card.</summary>
internal static class CardElements
{
    // What a choice reads as when it is none of them: no such code is ever known.
    private const string NoChoice = "none";

    public static JsonObject Text(string text, bool bold = false, bool subtle = false)
    {
        var block = new JsonObject { ["type"] = "TextBlock", ["text"] = text, ["wrap"] = true };
        if (bold)
        {
            block["weight"] = "Bolder";
        }
        if (subtle)
        {
            (block["isSubtle"], block["size"]) = (true, "Small");
        }
        return block;
    }

    public static JsonObject Problem(string message)
    {
        var line = Text("⚠ " + message);
        line["color"] = "Attention";
        return line;
    }

    public static JsonObject Input(IntakeInput input, IReadOnlyList<IntakeChoice> choices, IntakeDraft draft, Language language)
    {
        var value = input.Get(draft.Form) ?? "";
        var label = Label(input, draft, language);
        var field = new JsonObject { ["id"] = input.Id };
        switch (input.Kind)
        {
            case IntakeInputKind.Toggle:
                (field["type"], field["title"], field["value"]) = ("Input.Toggle", label, value);
                field["wrap"] = true;
                break;
            case IntakeInputKind.Choice:
                (field["type"], field["label"]) = ("Input.ChoiceSet", label);
                field["style"] = choices.Count <= 2 ? "expanded" : "compact";
                (field["placeholder"], field["wrap"]) = (language == Language.English ? "Choose" : "選択してください", true);
                field["choices"] = new JsonArray([.. choices
                    .Append(new IntakeChoice(NoChoice, "わからない・未定", "Not sure yet"))
                    .Select(c => new JsonObject { ["title"] = c.Label(language), ["value"] = c.Value })]);
                if (value.Length > 0)
                {
                    field["value"] = value;
                }
                break;
            default:
                (field["type"], field["label"]) = ("Input.Text", label);
                (field["placeholder"], field["maxLength"], field["value"]) = (input.HintIn(language), input.Longest, value);
                if (input.Kind == IntakeInputKind.Lines)
                {
                    field["isMultiline"] = true;
                }
                if (input.Kind == IntakeInputKind.Email)
                {
                    field["style"] = "Email";
                }
                break;
        }
        return field;
    }

    public static string Label(IntakeInput input, IntakeDraft draft, Language language) => draft.FromConversation.Contains(input.Id)
        ? input.Label(language) + (language == Language.English ? " (from the conversation)" : "(会話から)")
        : input.Label(language);
}
