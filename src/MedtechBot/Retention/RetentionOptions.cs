using System.ComponentModel.DataAnnotations;

namespace MedtechBot.Retention;

/// <summary>Settings below <c>MedtechBot:Retention</c>: after how many days something is deleted. Only counts by month stay.</summary>
public sealed class RetentionOptions
{
    /// <summary>A conversation without tickets, from the last message in it. Default 365.</summary>
    [Range(1, 36_500)]
    public int ConversationDays { get; set; } = 365;

    /// <summary>A ticket, from its completion; its conversation is kept with it. Default 1825, five years.</summary>
    [Range(1, 36_500)]
    public int TicketDays { get; set; } = 1_825;

    /// <summary>A file that an asker sent, unless a ticket of its conversation is still open. Default 365.</summary>
    [Range(1, 36_500)]
    public int UploadDays { get; set; } = 365;

    /// <summary>A line of the desk's audit log. Default 1825.</summary>
    [Range(1, 36_500)]
    public int AuditDays { get; set; } = 1_825;
}
