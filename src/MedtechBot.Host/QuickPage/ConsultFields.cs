using MedtechBot.Consultations.Intake;
using MedtechBot.Consultations.Routing;

namespace MedtechBot.Host.QuickPage;

/// <summary>The consultation form as a page sends it.</summary>
internal static class ConsultFields
{
    /// <summary>Begins the name of a hidden field that says what the form had taken from the conversation.</summary>
    public const string Prefilled = "pre.";

    public static IntakeDraft Read(IFormCollection fields, RoutingRules rules) => IntakeReading.Read(
        fields["submission"].ToString(),
        id => fields.TryGetValue(id, out var value) ? value.ToString() : IntakeInputs.All.Any(i => i.Id == id && i.Kind == IntakeInputKind.Toggle) ? "false" : null,
        id => fields.TryGetValue(Prefilled + id, out var value) ? value.ToString() : null,
        fields["wasConfidential"] == "true",
        rules);
}
