using MedtechBot.Consultations;
using MedtechBot.People;

namespace MedtechBot.Coordination;

public static class TicketReaders
{
    /// <summary>How far this person sees: experts what was shared with them, administrators everything.</summary>
    public static TicketReader AsReader(this Person person) => new(person.Name, person.Role switch
    {
        Role.Admin => TicketReach.Everything,
        Role.Coordinator => TicketReach.Desk,
        _ => TicketReach.Shared,
    });
}
