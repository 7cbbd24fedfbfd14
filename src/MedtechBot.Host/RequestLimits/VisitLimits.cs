using System.Threading.RateLimiting;
using MedtechBot.Host.DirectLine;
using MedtechBot.People;
using Microsoft.Extensions.Options;

namespace MedtechBot.Host.RequestLimits;

/// <summary>How often one address, and one conversation, may come to each door: the one place that counts.</summary>
public sealed class VisitLimits : IDisposable
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    private readonly PartitionedRateLimiter<Visit> _limiter;

    public VisitLimits(IOptions<LimitOptions> limits, IOptions<DirectLineOptions> directLine) =>
        _limiter = PartitionedRateLimiter.CreateChained(ByAddress(limits.Value, directLine.Value), ByConversation(directLine.Value));

    /// <summary>The same limits, for endpoints that are marked with their door.</summary>
    public PartitionedRateLimiter<HttpContext> ForEndpoints() => _limiter.WithTranslatedKey<HttpContext>(
        http => new Visit(http.GetEndpoint()?.Metadata.GetMetadata<DoorMark>()?.Door, http), leaveOpen: true);

    /// <summary>For what a request turns out to be when it has been read: the refusal when there were too many, otherwise null.</summary>
    /// <param name="who">Who it is where many come from one address; counted as an address is.</param>
    public IResult? Refuse(HttpContext http, Door door, string? who = null)
    {
        using var lease = _limiter.AttemptAcquire(new Visit(door, http, who));
        return lease.IsAcquired ? null : TooManyRequests.Answer(http, lease);
    }

    public void Dispose() => _limiter.Dispose();

    private static PartitionedRateLimiter<Visit> ByAddress(LimitOptions limits, DirectLineOptions directLine) =>
        PartitionedRateLimiter.Create<Visit, (Door?, string)>(visit =>
        {
            var (door, key) = (visit.Door, (visit.Door, visit.Who ?? ClientAddress.Of(visit.Http.Connection.RemoteIpAddress)));
            return door switch
            {
                Door.Token => Window(key, directLine.TokensPerMinute, Minute),
                Door.Turn => Window(key, limits.TurnsPerMinute, Minute),
                Door.Ticket => Window(key, limits.TicketsPerHour, Hour),
                Door.Upload => Window(key, limits.UploadsPerMinute, Minute),
                Door.SignIn => Window(key, limits.SignInsPerMinute, Minute),
                Door.Bot => Window(key, limits.BotActivitiesPerMinute, Minute),
                Door.Export => Window(key, limits.ExportsPerHour, Hour),
                // Programs of one address are told apart by their keys.
                Door.Api => Window((door, visit.Http.Features.Get<Person>()?.Id ?? key.Item2), limits.ApiPerMinute, Minute),
                _ => RateLimitPartition.GetNoLimiter<(Door?, string)>((null, "")),
            };
        });

    // One talkative conversation does not use up what others at the same address need.
    private static PartitionedRateLimiter<Visit> ByConversation(DirectLineOptions directLine) =>
        PartitionedRateLimiter.Create<Visit, (Door?, string)>(visit => (visit.Door, visit.Http.GetRouteValue("conversationId")) switch
        {
            (Door.Turn, string id) => Window((Door.Turn, id), directLine.ActivitiesPerMinute, Minute),
            (Door.Upload, string id) => Window((Door.Upload, id), directLine.UploadsPerMinute, Minute),
            _ => RateLimitPartition.GetNoLimiter<(Door?, string)>((null, "")),
        });

    private static RateLimitPartition<(Door?, string)> Window((Door?, string) key, int count, TimeSpan window) =>
        RateLimitPartition.GetSlidingWindowLimiter(key, _ => new SlidingWindowRateLimiterOptions
        {
            PermitLimit = count,
            Window = window,
            SegmentsPerWindow = 6,
            QueueLimit = 0,
        });

    private readonly record struct Visit(Door? Door, HttpContext Http, string? Who = null);
}
