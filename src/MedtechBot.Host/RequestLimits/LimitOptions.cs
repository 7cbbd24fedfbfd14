using System.ComponentModel.DataAnnotations;

namespace MedtechBot.Host.RequestLimits;

/// <summary>
/// Settings below <c>MedtechBot:Limits</c>: what one address may do, an IPv6 network of 64 bits counting as one. A hospital or a company
/// may be one address, so the numbers stop machines rather than people.
/// </summary>
public sealed class LimitOptions
{
    /// <summary>Messages, forms, thumbs and looks at a ticket per minute. Default 600.</summary>
    [Range(1, 1_000_000)]
    public int TurnsPerMinute { get; set; } = 600;

    /// <summary>Consultation forms sent per hour. Default 120.</summary>
    [Range(1, 1_000_000)]
    public int TicketsPerHour { get; set; } = 120;

    /// <summary>Messages with files per minute. Default 60.</summary>
    [Range(1, 1_000_000)]
    public int UploadsPerMinute { get; set; } = 60;

    /// <summary>Megabytes of files in 24 hours. Default 1,000.</summary>
    [Range(1, 1_000_000)]
    public int UploadMegabytesPerDay { get; set; } = 1_000;

    /// <summary>Megabytes of files in 24 hours in one conversation. Default 200.</summary>
    [Range(1, 1_000_000)]
    public int UploadMegabytesPerConversation { get; set; } = 200;

    /// <summary>No files are taken while less than so many megabytes are free where they are kept. Default 1,000.</summary>
    [Range(0, 1_000_000_000)]
    public int FreeMegabytesKept { get; set; } = 1_000;

    /// <summary>Requests for signing in per minute. Default 30.</summary>
    [Range(1, 1_000_000)]
    public int SignInsPerMinute { get; set; } = 30;

    /// <summary>Downloads of one's own data per hour. Default 20.</summary>
    [Range(1, 1_000_000)]
    public int ExportsPerHour { get; set; } = 20;

    /// <summary>Requests per minute with one key of the API; and with no key that is in use, from one address. Default 600.</summary>
    [Range(1, 1_000_000)]
    public int ApiPerMinute { get; set; } = 600;

    /// <summary>Activities per minute from one address of the Bot Framework, which speaks for very many people. Default 60,000.</summary>
    [Range(1, 10_000_000)]
    public int BotActivitiesPerMinute { get; set; } = 60_000;
}
