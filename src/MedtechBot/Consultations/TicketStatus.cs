namespace MedtechBot.Consultations;

/// <summary>Where a ticket stands. Never to be mixed up with the asker's development stage.</summary>
public enum TicketStatus
{
    /// <summary>受付: nobody is in charge.</summary>
    Received,

    /// <summary>事前確認: somebody looks whether everything is there that the desk needs.</summary>
    Checking,

    /// <summary>対応中</summary>
    InProgress,

    /// <summary>情報待ち: the asker was asked back; the clock of the promise stands still.</summary>
    Waiting,

    /// <summary>回答済</summary>
    Answered,

    /// <summary>他窓口紹介: another organisation has the matter in hand.</summary>
    Referred,

    /// <summary>対象外: closed, since it does not belong here.</summary>
    OutOfScope,

    /// <summary>完了</summary>
    Completed,
}

/// <summary>What statuses are called where programs talk.</summary>
public static class TicketStatuses
{
    public static string Code(this TicketStatus status) => status switch
    {
        TicketStatus.Received => "received",
        TicketStatus.Checking => "checking",
        TicketStatus.InProgress => "in-progress",
        TicketStatus.Waiting => "waiting",
        TicketStatus.Answered => "answered",
        TicketStatus.Referred => "referred",
        TicketStatus.OutOfScope => "out-of-scope",
        _ => "completed",
    };
}
