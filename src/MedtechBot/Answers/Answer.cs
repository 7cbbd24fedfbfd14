namespace MedtechBot.Answers;

/// <summary>What the asker is told in one turn.</summary>
public sealed record Answer
{
    public required OutcomeKind Outcome { get; init; }
    public required Language Language { get; init; }

    /// <summary>Markdown with [n] marks; without citation list, date line and suggestions, which a channel shows in its own shape.</summary>
    public required string Text { get; init; }

    public IReadOnlyList<Citation> Citations { get; init; } = [];

    /// <summary>The reply states a limit: not in the sources, superseded, sources disagree, conditional.</summary>
    public bool Caveat { get; init; }

    /// <summary>Which date the sources speak for, ready to show; empty when nothing is cited.</summary>
    public string DateLine { get; init; } = "";

    /// <summary>Questions one might ask next, or the choices of a clarification.</summary>
    public IReadOnlyList<string> Suggestions { get; init; } = [];

    /// <summary>A consultation with a person is offered beside the answer.</summary>
    public bool OffersConsultation { get; init; }

    /// <summary>Why a person is needed; null unless escalated.</summary>
    public EscalationReason? Escalation { get; init; }
}

public enum OutcomeKind { Answered, Clarified, Escalated, Declined }

public enum EscalationReason { AskedForPerson, LittleEvidence, IndividualVerdict, WorkForHire, Confidential, PatientData }
