using MedtechBot.Consultations;
using MedtechBot.Coordination;
using MedtechBot.Host.Pages;

namespace MedtechBot.Host.Desk.Queue;

/// <summary>The list of tickets at the desk.</summary>
internal static class TicketQueue
{
    public static async Task<IResult> ShowAsync(HttpContext http, TicketStore tickets, string? view, CancellationToken cancellation)
    {
        var visitor = DeskGuard.Visitor(http);
        var shown = view switch { "mine" => TicketView.Mine, "closed" => TicketView.Closed, _ => TicketView.Open };
        var rows = await tickets.ListAsync(new TicketQuery(visitor.Person.AsReader(), shown), cancellation);
        return PageResult.Show<TicketListPage>(StatusCodes.Status200OK, ("Visitor", visitor), ("View", view is "mine" or "closed" ? view : "open"), ("Tickets", rows));
    }
}
