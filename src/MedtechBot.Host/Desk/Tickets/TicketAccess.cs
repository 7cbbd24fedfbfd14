using MedtechBot.Consultations;
using MedtechBot.Coordination;
using MedtechBot.Host.Pages;
using MedtechBot.Host.People;

namespace MedtechBot.Host.Desk.Tickets;

/// <summary>The ticket of a request and how much of it whoever asks may see.</summary>
public sealed record SeenTicket(Ticket Ticket, TicketSight Sight)
{
    /// <summary>Only behind <see cref="TicketAccess.RequireSightAsync"/>, which has made sure that it may be seen.</summary>
    public static SeenTicket Of(HttpContext http) =>
        http.Features.Get<SeenTicket>() ?? throw new InvalidOperationException("The route stands outside the ticket's guard.");
}

/// <summary>One filter before all routes of a ticket: whoever may not see it learns not even that there is one.</summary>
internal static class TicketAccess
{
    private sealed record OutlineSuffices;

    /// <summary>The route may be used on a confidential ticket of which no more is seen than that there is one.</summary>
    public static TBuilder ForOutline<TBuilder>(this TBuilder routes)
        where TBuilder : IEndpointConventionBuilder => routes.WithMetadata(new OutlineSuffices());

    public static async ValueTask<object?> RequireSightAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        if (!TicketNumber.TryParse(http.GetRouteValue("number") as string, out var number)
            || await http.RequestServices.GetRequiredService<TicketStore>().FindAsync(number, http.RequestAborted) is not { } ticket)
        {
            return ErrorPages.Show(http, StatusCodes.Status404NotFound);
        }
        var sight = SignedIn.Of(http).AsReader().SightOf(ticket);
        var suffices = sight == TicketSight.Full || (sight == TicketSight.Outline && http.GetEndpoint()?.Metadata.GetMetadata<OutlineSuffices>() is not null);
        if (!suffices)
        {
            return sight == TicketSight.None
                ? ErrorPages.Show(http, StatusCodes.Status404NotFound)
                : TicketPages.ShowOutline(http, ticket, "秘密の相談です。担当すると、操作できるようになります。", StatusCodes.Status403Forbidden);
        }
        http.Features.Set(new SeenTicket(ticket, sight));
        return await next(context);
    }
}
