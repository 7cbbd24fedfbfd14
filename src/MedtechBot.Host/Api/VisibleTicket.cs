using MedtechBot.Consultations;
using MedtechBot.Coordination;
using MedtechBot.Host.Desk.Tickets;
using MedtechBot.Host.People;

namespace MedtechBot.Host.Api;

/// <summary>Before all routes of a ticket: a number that was guessed answers like one that does not exist.</summary>
internal static class VisibleTicket
{
    public static async ValueTask<object?> RequireAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        var ticket = TicketNumber.TryParse(http.GetRouteValue("number") as string, out var number)
            ? await http.RequestServices.GetRequiredService<TicketStore>().FindAsync(number, http.RequestAborted) : null;
        var sight = ticket is null ? TicketSight.None : SignedIn.Of(http).AsReader().SightOf(ticket);
        if (ticket is null || sight == TicketSight.None)
        {
            return ApiProblem.NoTicket;
        }
        http.Features.Set(new SeenTicket(ticket, sight));
        return await next(context);
    }

    /// <summary>Before what only those may do who see all of the ticket: of other people's confidential ones a coordinator sees that they are there.</summary>
    public static ValueTask<object?> RequireFullAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        SeenTicket.Of(context.HttpContext).Sight == TicketSight.Full ? next(context) : ValueTask.FromResult<object?>(
            ApiProblem.Answer(403, "confidential", "The ticket is confidential", "Only who is in charge of it, an administrator or whom it was shared with may do this. While nobody is in charge it can be taken."));
}
