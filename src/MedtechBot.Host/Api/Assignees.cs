using MedtechBot.Host.Desk.Tickets;
using MedtechBot.People;

namespace MedtechBot.Host.Api;

/// <summary>Who may be put in charge of a ticket (people of the desk, and keys, who are not experts), and whom it can be shared with (those who are).</summary>
internal sealed class Assignees(Accounts accounts, ApiKeys keys)
{
    public const int LongestName = 100;

    /// <returns>The name as tickets record it; null when it is nobody's who may be in charge.</returns>
    public async Task<string?> FindAsync(string typed, CancellationToken cancellation) =>
        Find(typed, (await Colleagues.ReadAsync(accounts, cancellation)).Coordinators, await KeysAsync(isExpert: false, cancellation));

    /// <returns>The name as tickets record it; null when it is no expert's.</returns>
    public async Task<string?> FindExpertAsync(string typed, CancellationToken cancellation) =>
        Find(typed, (await Colleagues.ReadAsync(accounts, cancellation)).Experts, await KeysAsync(isExpert: true, cancellation));

    private async Task<IEnumerable<string>> KeysAsync(bool isExpert, CancellationToken cancellation) =>
        (await keys.ListAsync(cancellation)).Where(k => k.RevokedAt is null && k.Person.May(Role.Coordinator) != isExpert).Select(k => k.Person.Name);

    private static string? Find(string typed, IEnumerable<string> people, IEnumerable<string> programs)
    {
        var wanted = PersonName.KeyOf(typed);
        return people.Concat(programs).FirstOrDefault(name => PersonName.KeyOf(name) == wanted);
    }
}
