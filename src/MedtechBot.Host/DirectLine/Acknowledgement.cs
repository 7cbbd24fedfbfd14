using MedtechBot.Host.RequestLimits;
using MedtechBot.Turns;

namespace MedtechBot.Host.DirectLine;

/// <summary>
/// A message is acknowledged once all that follows from it is kept: the ticket it opens, its way to the coordinator, the reply. What a
/// process leaves undone when it dies was not acknowledged, and the client sends it again.
/// </summary>
internal static class Acknowledgement
{
    /// <param name="received">Null when too many messages are waiting already.</param>
    public static async Task<IResult> OfAsync(HttpContext http, Received? received)
    {
        if (received is null)
        {
            return TooManyRequests.Answer(http);
        }
        await received.Reply;
        return Results.Json(new { id = received.Message.Id });
    }
}
