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
        var people = (await accounts.ListAsync(cancellation)).Where(p => p.DisabledAt is null).Select(p => p.Person);
        var programs = (await keys.ListAsync(cancellation)).Where(k => k.RevokedAt is null).Select(k => k.Person);
        return people.Concat(programs).FirstOrDefault(p => p.May(Role.Coordinator) && PersonName.KeyOf(p.Name) == wanted)?.Name;
    }
}
