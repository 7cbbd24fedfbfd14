using MedtechBot.Answers;

namespace MedtechBot.Consultations.Intake;

public enum IntakeInputKind { Line, Lines, Email, Choice, Toggle }

/// <summary>A field of the consultation form, as the card and the page show it alike. Values are text, as they are sent.</summary>
public sealed record IntakeInput(string Id, string Japanese, string English, IntakeInputKind Kind)
{
    public required Func<IntakeForm, string?> Get { get; init; }

    /// <summary>Null takes the value away; for a toggle it means that nothing was said of it.</summary>
    public required Func<IntakeForm, string?, IntakeForm> Set { get; init; }

    public int Longest { get; init; } = 300;

    public (string Japanese, string English) Hint { get; init; } = ("", "");

    /// <summary>Empty for the topic, whose choices are the desk's.</summary>
    public IReadOnlyList<IntakeChoice> Choices { get; init; } = [];

    /// <summary>How to reach the asker may stand here as it is; patients never.</summary>
    public bool IsContact => Id is "email" or "name";

    public string Label(Language language) => language == Language.English ? English : Japanese;

    public string HintIn(Language language) => language == Language.English ? Hint.English : Hint.Japanese;

    /// <summary>The value as people read it.</summary>
    public string? Shown(IntakeForm form, IReadOnlyList<IntakeChoice> choices, Language language) =>
        Get(form) is { Length: > 0 } value ? choices.FirstOrDefault(c => c.Value == value)?.Label(language) ?? value : null;
}

public sealed record IntakeChoice(string Value, string Japanese, string English)
{
    public string Label(Language language) => language == Language.English ? English : Japanese;
}
