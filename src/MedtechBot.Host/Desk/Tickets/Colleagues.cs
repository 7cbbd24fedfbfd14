using MedtechBot.People;

namespace MedtechBot.Host.Desk.Tickets;

/// <summary>Who can be put in charge, and whom a ticket can be shared with, by name.</summary>
public sealed record Colleagues(IReadOnlyList<string> Coordinators, IReadOnlyList<string> Experts)
{
    public static async Task<Colleagues> ReadAsync(Accounts accounts, CancellationToken cancellation)
    {
        var people = (await accounts.ListAsync(cancellation)).Where(p => p.DisabledAt is null).ToLookup(p => p.Role == Role.Expert, p => p.Name);
        return new Colleagues([.. people[false]], [.. people[true]]);
    }
}
