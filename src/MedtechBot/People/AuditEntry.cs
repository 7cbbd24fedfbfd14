namespace MedtechBot.People;

public enum AuditOutcome { Done, Refused }

/// <summary>Something to be noted in the audit log.</summary>
/// <param name="By">Who did it; null when nobody was signed in, as on the command line.</param>
/// <param name="Action">A verb in the past tense, at most <see cref="LongestAction"/> characters: viewed, took, signed-in.</param>
public sealed record AuditEntry(Person? By, string Action)
{
    public const int LongestAction = 40;

    /// <summary>The number of the ticket it happened to.</summary>
    public string? Ticket { get; init; }

    /// <summary>The person or key it happened to; one who is only invited has no id yet.</summary>
    public Person? Subject { get; init; }

    public AuditOutcome Outcome { get; init; } = AuditOutcome.Done;
}
