using System.Text.Json;
using System.Text.Json.Nodes;
using MedtechBot.Consultations.Routing;
using MedtechBot.PersonalData;

namespace MedtechBot.Consultations.Intake;

/// <summary>Reads a form as it was sent in. Nothing in it is trusted: what is no choice of ours is none, and who a patient is goes no further.</summary>
public static class IntakeReading
{
    /// <param name="field">The value of a field; null when it was not sent.</param>
    /// <param name="prefilled">What the form said it had taken from the conversation.</param>
    /// <param name="wasConfidential">Whether the form was shown as confidential, so that sharing in it was chosen on purpose.</param>
    public static IntakeDraft Read(string submissionId, Func<string, string?> field, Func<string, string?> prefilled, bool wasConfidential, RoutingRules rules)
    {
        var form = IntakeInputs.All.Aggregate(new IntakeForm(), (f, input) => input.Set(f, Tidy(input, field(input.Id), rules)));
        if (form.Details.IsConfidential && !wasConfidential)
        {
            form = form with { Details = form.Details with { SharesTranscript = false } };
        }
        return new IntakeDraft(submissionId, form,
            [.. IntakeInputs.All.Where(i => i.Get(form) is { Length: > 0 } value && value == prefilled(i.Id)).Select(i => i.Id)]);
    }

    /// <summary>From a card. Fields that were not sent stand as the card had filled them in.</summary>
    public static IntakeDraft Read(JsonObject card, RoutingRules rules)
    {
        var prefilled = card["prefilled"] as JsonObject;
        string? Filled(string id) => id == IntakeInputs.Summary.Id ? Text(card, "question") : prefilled is null ? null : Text(prefilled, id);
        return Read(Text(card, "submissionId") ?? "", id => card.ContainsKey(id) ? Text(card, id) : Filled(id), Filled, Text(card, "wasConfidential") == "true", rules);
    }

    /// <summary>Clients send what they like: only strings, numbers and truth values are read.</summary>
    public static string? Text(JsonObject card, string field) => card[field] is JsonValue given ? given.GetValueKind() switch
    {
        JsonValueKind.String => given.GetValue<string>(),
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        JsonValueKind.Number => given.ToJsonString(),
        _ => null,
    } : null;

    private static string? Tidy(IntakeInput input, string? value, RoutingRules rules)
    {
        switch (input.Kind)
        {
            case IntakeInputKind.Toggle:
                return value;
            case IntakeInputKind.Choice:
                return input.ChoicesOf(rules).Any(c => c.Value == value) ? value : null;
            default:
                if (value is null || (value.Length == 0 && input.Kind != IntakeInputKind.Email && input.Id != IntakeInputs.Summary.Id))
                {
                    return null;
                }
                // What is far too long is told so; nobody needs all of it back.
                var kept = value.Length > 2 * input.Longest ? value[..(2 * input.Longest)] : value;
                // How to reach the asker may well stand in the text; who a patient is may not.
                return input.IsContact ? kept : PersonalDataMask.Mask(kept, PersonalDataKinds.Patient).Text;
        }
    }
}
