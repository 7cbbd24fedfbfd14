using MedtechBot.Answers;
using MedtechBot.Channels;
using MedtechBot.Consultations;
using MedtechBot.Consultations.Intake;
using MedtechBot.Consultations.Routing;

namespace MedtechBot.Host.QuickPage;

/// <summary>What the pages of the consultation form show.</summary>
public sealed record ConsultView
{
    /// <summary>Null until something is kept.</summary>
    public required string? ConversationId { get; init; }

    public required IntakeDraft Draft { get; init; }
    public required RoutingRules Rules { get; init; }
    public required WishNotice Notice { get; init; }

    /// <summary>Desks elsewhere that may be the right one; told when everything is checked.</summary>
    public IReadOnlyList<ProposedDoor> Doors { get; init; } = [];

    public IReadOnlyList<IntakeProblem> Problems { get; init; } = [];

    /// <summary>The conversation as it would be shared.</summary>
    public IReadOnlyList<Activity> Transcript { get; init; } = [];

    /// <summary>The asker goes on with what was kept.</summary>
    public bool IsResumed { get; init; }

    public bool IsKept { get; init; }

    /// <summary>The fields of the topic are open.</summary>
    public bool IsOpen { get; init; }

    public IntakeForm Form => Draft.Form;

    public string? ProblemOf(IntakeInput input) => Problems.FirstOrDefault(p => p.Id == input.Id)?.Message;

    public string? FileProblem => Problems.FirstOrDefault(p => p.Field == IntakeField.Files)?.Message;

    public bool IsFromConversation(IntakeInput input) => Draft.FromConversation.Contains(input.Id);

    public string? Shown(IntakeInput input, Language language) => input.Shown(Form, input.ChoicesOf(Rules), language);
}
