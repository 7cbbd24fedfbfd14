using System.ComponentModel.DataAnnotations;

namespace MedtechBot.Host.DirectLine;

/// <summary>Settings below <c>MedtechBot:DirectLine</c>.</summary>
public sealed class DirectLineOptions
{
    /// <summary>How long a token admits, in seconds. Clients renew it at half time. Default 1800.</summary>
    [Range(1, 86_400)]
    public int TokenSeconds { get; set; } = 1_800;

    /// <summary>New tokens and conversations per minute from one address. Default 120: many people may share one.</summary>
    [Range(1, 1_000_000)]
    public int TokensPerMinute { get; set; } = 120;

    /// <summary>Activities per minute in one conversation. Default 60.</summary>
    [Range(1, 1_000_000)]
    public int ActivitiesPerMinute { get; set; } = 60;

    /// <summary>Uploads per minute in one conversation. Default 10.</summary>
    [Range(1, 1_000_000)]
    public int UploadsPerMinute { get; set; } = 10;
}
