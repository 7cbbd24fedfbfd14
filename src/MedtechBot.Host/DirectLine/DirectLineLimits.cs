using System.Threading.RateLimiting;
using Microsoft.Extensions.Options;

namespace MedtechBot.Host.DirectLine;

/// <summary>How often one address or one conversation may ask for something.</summary>
public sealed class DirectLineLimits(IOptions<DirectLineOptions> options) : IDisposable
{
    private readonly PartitionedRateLimiter<string> _tokens = PerMinute(options.Value.TokensPerMinute);
    private readonly PartitionedRateLimiter<string> _activities = PerMinute(options.Value.ActivitiesPerMinute);
    private readonly PartitionedRateLimiter<string> _uploads = PerMinute(options.Value.UploadsPerMinute);

    /// <summary>The refusal when the address asks too often, otherwise null.</summary>
    public IResult? RefuseToken(HttpContext http) => Refuse(_tokens, http, http.Connection.RemoteIpAddress?.ToString() ?? "");

    public IResult? RefuseActivity(HttpContext http, string conversationId) => Refuse(_activities, http, conversationId);

    public IResult? RefuseUpload(HttpContext http, string conversationId) => Refuse(_uploads, http, conversationId);

    public void Dispose()
    {
        _tokens.Dispose();
        _activities.Dispose();
        _uploads.Dispose();
    }

    private static IResult? Refuse(PartitionedRateLimiter<string> limiter, HttpContext http, string key)
    {
        using var lease = limiter.AttemptAcquire(key);
        if (lease.IsAcquired)
        {
            return null;
        }
        return DirectLineErrors.TooMany(http, lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) ? wait : null);
    }

    private static PartitionedRateLimiter<string> PerMinute(int count) => PartitionedRateLimiter.Create<string, string>(key =>
        RateLimitPartition.GetSlidingWindowLimiter(key, _ => new SlidingWindowRateLimiterOptions
        {
            PermitLimit = count,
            Window = TimeSpan.FromMinutes(1),
            SegmentsPerWindow = 6,
            QueueLimit = 0,
        }));
}
