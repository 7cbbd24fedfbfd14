using MedtechBot.Host.Desk.Tickets;
using MedtechBot.People;

namespace MedtechBot.Host.Api;

/// <summary>Who may be put in charge of a ticket: people of the desk, and keys, who are not experts.</summary>
internal sealed class Assignees(Accounts accounts, ApiKeys keys)
{
    public const int LongestName = 100;

    /// <returns>The name as tickets record it; null when it is nobody's who may.</returns>
    public async Task<string?> FindAsync(string typed, CancellationToken cancellation)
    {
        var wanted = PersonName.KeyOf(typed);
        var people = (await Colleagues.ReadAsync(accounts, cancellation)).Coordinators;
        var programs = (await keys.ListAsync(cancellation)).Where(k => k.RevokedAt is null && k.Person.May(Role.Coordinator)).Select(k => k.Person.Name);
        return people.Concat(programs).FirstOrDefault(name => PersonName.KeyOf(name) == wanted);
    }
}
