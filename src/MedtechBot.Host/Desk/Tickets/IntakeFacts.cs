using MedtechBot.Answers;
using MedtechBot.Consultations;
using MedtechBot.Consultations.Intake;

namespace MedtechBot.Host.Desk.Tickets;

/// <summary>The intake as the desk reads it: every field that its topic asks for, with what the asker gave or nothing.</summary>
internal static class IntakeFacts
{
    /// <param name="topics">The names of topics by their codes.</param>
    public static IReadOnlyList<(string Name, string? Value)> Of(IntakeDetails details, IReadOnlyDictionary<string, string> topics)
    {
        var form = new IntakeForm { Details = details };
        IntakeInput[] inputs = [IntakeInputs.Topic, IntakeInputs.Wish, .. AskedByTopic.Of(form)];
        return [.. inputs.Select(i => (i.Japanese, i.Shown(form, i.Id == IntakeInputs.Topic.Id ? [.. topics.Select(t => new IntakeChoice(t.Key, t.Value, t.Value))] : i.Choices, Language.Japanese)))];
    }
}
