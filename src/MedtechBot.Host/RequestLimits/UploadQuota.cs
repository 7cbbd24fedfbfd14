using System.Threading.RateLimiting;
using MedtechBot.Host.Storage;
using Microsoft.Extensions.Options;

namespace MedtechBot.Host.RequestLimits;

/// <summary>How much of the disk askers may fill: so many bytes a day from an address and in a conversation, and never the last of it.</summary>
public sealed class UploadQuota : IDisposable
{
    private const int Kilobyte = 1024;
    private const long Megabyte = 1024 * 1024;

    private readonly PartitionedRateLimiter<Sender> _limiter;
    private readonly HostPaths _paths;
    private readonly long _kept;
    private readonly int _most;

    public UploadQuota(IOptions<LimitOptions> options, HostPaths paths)
    {
        var limits = options.Value;
        (_paths, _kept) = (paths, limits.FreeMegabytesKept * Megabyte);
        _most = Math.Min(limits.UploadMegabytesPerDay, limits.UploadMegabytesPerConversation) * Kilobyte;
        _limiter = PartitionedRateLimiter.CreateChained(
            // This one first: what it refuses is not counted for others at the address.
            PartitionedRateLimiter.Create<Sender, string>(s => Day(s.ConversationId, limits.UploadMegabytesPerConversation)),
            PartitionedRateLimiter.Create<Sender, string>(s => Day(s.Address, limits.UploadMegabytesPerDay)));
    }

    /// <summary>Whether there is room for files at all; asked before any byte of them is read.</summary>
    public bool HasRoom => new DriveInfo(_paths.DataFolder("uploads")).AvailableFreeSpace > _kept;

    /// <summary>Counts the bytes: the refusal when they were too many, otherwise null.</summary>
    public IResult? Refuse(HttpContext http, string conversationId, long bytes)
    {
        var kilobytes = (int)Math.Min(int.MaxValue, (bytes / Kilobyte) + 1);
        using var lease = kilobytes > _most ? null : _limiter.AttemptAcquire(new Sender(ClientAddress.Of(http.Connection.RemoteIpAddress), conversationId), kilobytes);
        return lease is { IsAcquired: true } ? null : TooManyRequests.OfFiles(http, lease);
    }

    public void Dispose() => _limiter.Dispose();

    private static RateLimitPartition<string> Day(string key, int megabytes) => RateLimitPartition.GetSlidingWindowLimiter(key, _ => new SlidingWindowRateLimiterOptions
    {
        PermitLimit = megabytes * Kilobyte,
        Window = TimeSpan.FromDays(1),
        SegmentsPerWindow = 24,
        QueueLimit = 0,
    });

    private readonly record struct Sender(string Address, string ConversationId);
}
