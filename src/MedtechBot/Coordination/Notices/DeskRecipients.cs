using MedtechBot.Consultations;
using MedtechBot.People;
using MedtechBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace MedtechBot.Coordination.Notices;

/// <summary>Whom a notice goes to: whoever has an address, wants mail and did not do it themselves.</summary>
internal static class DeskRecipients
{
    public static async Task<IReadOnlyList<PersonRow>> OfAsync(MedtechBotContext context, DeskNotice notice, TicketRow ticket, CancellationToken cancellation)
    {
        var active = await context.Set<PersonRow>().AsNoTracking().Where(p => p.DisabledAt == null).ToListAsync(cancellation);
        return Of([.. active.Where(p => p.Name != notice.By)], notice, ticket);
    }

    private static List<PersonRow> Of(IReadOnlyList<PersonRow> active, DeskNotice notice, TicketRow ticket)
    {
        var reached = active.Where(p => p is { Email: not null, MailIsOff: false }).ToList();
        if (notice.To is { } to)
        {
            return [.. reached.Where(p => p.Name == to)];
        }
        var isForAnybody = notice.Kind is DeskNoticeKind.Opened or DeskNoticeKind.Released;
        if (isForAnybody && (ticket.Holder is not null || ticket.ClosedAt is not null))
        {
            return [];
        }
        // A program, a closed account or one that became an expert's in charge hears nothing, and then the others must.
        var people = ticket.Holder is { } holder && (holder == notice.By || active.Any(p => p.Name == holder && p.Person.May(Role.Coordinator)))
            ? [.. reached.Where(p => p.Name == holder)]
            : Coordinators(reached, ticket.Region);
        return notice.Kind == DeskNoticeKind.Missed ? [.. people.Union(reached.Where(p => p.Role == Role.Admin))] : people;
    }

    // Those of the region and those of none; where there are none all of them; and where nobody coordinates, the administrators.
    private static List<PersonRow> Coordinators(IReadOnlyList<PersonRow> reached, string? region)
    {
        var coordinators = reached.Where(p => p.Role == Role.Coordinator).ToList();
        var near = coordinators.Where(p => region is null || p.Region is null || p.Region == region).ToList();
        return near.Count > 0 ? near : coordinators.Count > 0 ? coordinators : [.. reached.Where(p => p.Role == Role.Admin)];
    }
}
