using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Threading.Channels;
using MedtechBot.Consultations;
using MedtechBot.Coordination;
using MedtechBot.Host.People;

namespace MedtechBot.Host.Desk.Live;

/// <summary>Server-sent events for open pages of the desk: which ticket changed, and nothing of what it says.</summary>
internal static class DeskEvents
{
    // Ended now and then, so that whoever lost their account or role loses the stream as well; browsers come back by themselves.
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan ReturnAfter = TimeSpan.FromSeconds(2);

    public static IResult Follow(HttpContext http, TicketWatch watch, IHostApplicationLifetime life) =>
        TypedResults.ServerSentEvents(EventsAsync(http, watch, life.ApplicationStopping, http.RequestAborted));

    private static async IAsyncEnumerable<SseItem<string>> EventsAsync(
        HttpContext http, TicketWatch watch, CancellationToken stopping, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var reader = SignedIn.Of(http).AsReader();
        using var end = CancellationTokenSource.CreateLinkedTokenSource(stopping, cancellation);
        end.CancelAfter(Longest);
        // Joined before the page is told that it listens, so that nothing falls between.
        using var following = watch.Follow();
        yield return new SseItem<string>("", "listening") { ReconnectionInterval = ReturnAfter };
        while (await MoreAsync(following.Moved, end.Token))
        {
            while (following.Moved.TryRead(out var moved))
            {
                if (moved.Concerns(reader))
                {
                    yield return new SseItem<string>($"{moved.Number} {moved.Version}", "ticket");
                }
            }
        }
    }

    private static async ValueTask<bool> MoreAsync(ChannelReader<TicketMoved> changes, CancellationToken end)
    {
        try
        {
            return await changes.WaitToReadAsync(end);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }
}
