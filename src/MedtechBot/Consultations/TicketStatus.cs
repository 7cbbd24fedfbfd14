namespace MedtechBot.Consultations;

/// <summary>Where a ticket stands. Never to be mixed up with the asker's development stage.</summary>
public enum TicketStatus
{
    /// <summary>受付</summary>
    Received,

    /// <summary>対応中</summary>
    InProgress,

    /// <summary>回答済</summary>
    Answered,

    /// <summary>完了</summary>
    Completed,
}
