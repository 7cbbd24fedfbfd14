using System.Data.Common;
using MedtechBot.Channels;
using MedtechBot.Consultations;
using MedtechBot.Host.Desk.Tickets;
using MedtechBot.Host.People;
using MedtechBot.Repeats;

namespace MedtechBot.Host.Api;

/// <summary>The header Idempotency-Key: what is sent again under the same key is answered as before and does nothing more.</summary>
internal static class RepeatedRequests
{
    public const string Header = "Idempotency-Key";

    /// <summary>The id for what this request writes.</summary>
    public static string NewId(HttpContext http) => http.Features.Get<RepeatableRequest>()?.DerivedId ?? RandomId.Next();

    public static async ValueTask<object?> OnceAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        var given = http.Request.Headers[Header];
        if (!HttpMethods.IsPost(http.Request.Method) || given.Count == 0)
        {
            return await next(context);
        }
        if (given is not [{ Length: > 0 and <= RepeatableRequest.LongestKey } key] || key.Any(c => c is < '!' or > '~'))
        {
            return ApiProblem.Bad($"{Header} is one value of 1 to {RepeatableRequest.LongestKey} visible ASCII characters.");
        }
        var (bytes, refusal) = await ApiBody.BytesAsync(http);
        if (refusal is not null)
        {
            return refusal;
        }
        var request = RepeatableRequest.Of(SignedIn.Of(http).Id, key, $"{http.Request.Method} {http.Request.Path}", bytes);
        http.Features.Set(request);
        var kept = http.RequestServices.GetRequiredService<KeptAnswers>();
        var (state, answer) = await kept.BeginAsync(request, http.RequestAborted);
        switch (state)
        {
            case RepeatState.Answered:
                return Again(http, answer!);
            case RepeatState.OtherRequest:
                return ApiProblem.Impossible("idempotency-key-reused", $"This {Header} was used for another request within the last 24 hours; choose a new one.");
            case RepeatState.Running:
                http.Response.Headers.RetryAfter = "1";
                return ApiProblem.Answer(409, "still-running", "The first request is still being worked on", "Send the same request again in a second to get its answer.");
            default:
                return await FirstAsync(context, next, kept, request);
        }
    }

    // What is kept shows the ticket as it was to be seen then. Who sees less of it by now gets no more than that.
    private static ApiAnswer Again(HttpContext http, KeptAnswer kept)
    {
        var (ticket, sight) = SeenTicket.Of(http);
        return kept.Ticket is null || sight == TicketSight.Full
            ? new ApiAnswer(kept.Status, kept.Body) { Location = kept.Location, Ticket = kept.Ticket }
            : http.RequestServices.GetRequiredService<TicketViews>().Answer(ticket, SignedIn.Of(http), kept.Status) with { Location = kept.Location };
    }

    // From here on also for a caller who has gone away: it will ask again.
    private static async Task<object?> FirstAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next, KeptAnswers kept, RepeatableRequest request)
    {
        object? result;
        try
        {
            result = await next(context);
        }
        catch
        {
            await kept.AbandonAsync(request, CancellationToken.None);
            throw;
        }
        if (result is ApiAnswer done)
        {
            try
            {
                await kept.FinishAsync(request, new KeptAnswer(done.Status, done.Body, done.Location, done.Ticket), CancellationToken.None);
            }
            catch (DbException)
            {
                // It is done, and done once however often it is asked for; only the very same words will not be there.
            }
        }
        return result;
    }
}
