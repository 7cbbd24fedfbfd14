using System.Threading.RateLimiting;
using MedtechBot.Host.Storage;
using MedtechBot.People;
using Microsoft.Extensions.Options;

namespace MedtechBot.Host.RequestLimits;

/// <summary>
/// How much of the disk may be filled: so many bytes a day from an address and in a conversation, and never the last of it. Whoever is
/// signed in at the desk is counted by themselves, so that no asker uses up what they need to answer.
/// </summary>
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
            PartitionedRateLimiter.Create<Sender, string>(s => Day(s.Where, limits.UploadMegabytesPerConversation)),
            PartitionedRateLimiter.Create<Sender, string>(s => Day(s.Who, limits.UploadMegabytesPerDay)));
    }

    /// <summary>Whether there is room for files at all; asked before any byte of them is read.</summary>
    public bool HasRoom => new DriveInfo(_paths.DataFolder("uploads")).AvailableFreeSpace > _kept;

    /// <summary>Counts the bytes. When they were too many, the answer says when to come again.</summary>
    public bool Admits(HttpContext http, string conversationId, long bytes)
    {
        var kilobytes = (int)Math.Min(int.MaxValue, (bytes / Kilobyte) + 1);
        var sender = http.Features.Get<Person>() is { } person
            ? new Sender("person " + person.Id, "desk " + conversationId)
            : new Sender(ClientAddress.Of(http.Connection.RemoteIpAddress), conversationId);
        using var lease = kilobytes > _most ? null : _limiter.AttemptAcquire(sender, kilobytes);
        if (lease is { IsAcquired: true })
        {
            return true;
        }
        TooManyRequests.SayWhen(http, lease);
        return false;
    }

    public void Dispose() => _limiter.Dispose();

    private static RateLimitPartition<string> Day(string key, int megabytes) => RateLimitPartition.GetSlidingWindowLimiter(key, _ => new SlidingWindowRateLimiterOptions
    {
        PermitLimit = megabytes * Kilobyte,
        Window = TimeSpan.FromDays(1),
        SegmentsPerWindow = 24,
        QueueLimit = 0,
    });

    private readonly record struct Sender(string Who, string Where);
}
