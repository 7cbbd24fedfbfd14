namespace MedtechBot.Consultations;

/// <summary>How a ticket ended.</summary>
public enum TicketOutcome
{
    /// <summary>回答: the reply settled it.</summary>
    Answered,

    /// <summary>専門家紹介: the asker was introduced to a paid expert for the how.</summary>
    Introduced,

    /// <summary>他窓口紹介: another desk or region goes on with it.</summary>
    Referred,

    /// <summary>対象外</summary>
    OutOfScope,

    /// <summary>返信なし: the asker did not answer.</summary>
    NoReply,

    /// <summary>取下げ: the asker took it back.</summary>
    Withdrawn,

    /// <summary>重複: the same matter stands in another ticket.</summary>
    Duplicate,
}

/// <summary>What outcomes are called where programs talk.</summary>
public static class TicketOutcomes
{
    /// <summary>Those a coordinator may give; only askers withdraw.</summary>
    public static IReadOnlyList<TicketOutcome> OfCoordinators { get; } = [.. Enum.GetValues<TicketOutcome>().Where(o => o != TicketOutcome.Withdrawn)];

    public static string Code(this TicketOutcome outcome) => outcome switch
    {
        TicketOutcome.Answered => "answered",
        TicketOutcome.Introduced => "introduced",
        TicketOutcome.Referred => "referred",
        TicketOutcome.OutOfScope => "out-of-scope",
        TicketOutcome.NoReply => "no-reply",
        TicketOutcome.Withdrawn => "withdrawn",
        _ => "duplicate",
    };

    public static TicketOutcome? Parse(string? code) =>
        Enum.GetValues<TicketOutcome>().Cast<TicketOutcome?>().FirstOrDefault(o => o!.Value.Code() == code);
}
