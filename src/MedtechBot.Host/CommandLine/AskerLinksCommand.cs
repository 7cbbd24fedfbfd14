using System.CommandLine;
using MedtechBot.Consultations;
using MedtechBot.Coordination;
using MedtechBot.People;

namespace MedtechBot.Host.CommandLine;

/// <summary><c>asker revoke-links</c>: for an asker whose mail got into wrong hands.</summary>
internal static class AskerLinksCommand
{
    public static Command Build()
    {
        var ticket = new Argument<string>("ticket") { Description = "The number of the ticket." };
        var revoke = new Command("revoke-links", "Make all private links of a ticket that were mailed so far worth nothing. Its asker still opens it in the browser it was filed in, and the next mail carries a new link.") { ticket };
        revoke.SetAction((result, cancellation) => StoredDataCommand.RunAsync(services => RevokeAsync(services, result.GetRequiredValue(ticket), cancellation), cancellation));
        return revoke;
    }

    private static async Task<int> RevokeAsync(IServiceProvider services, string typed, CancellationToken cancellation)
    {
        if (!TicketNumber.TryParse(typed, out var number) || !await services.GetRequiredService<RevokeAskerLinks>().HandleAsync(number, cancellation))
        {
            return await StoredDataCommand.RefuseAsync($"There is no ticket {typed}.");
        }
        await services.GetRequiredService<AuditLog>().AddAsync(new AuditEntry(null, AuditActions.RevokedAskerLinks) { Ticket = number.Value }, cancellation);
        await Console.Out.WriteLineAsync(number.Value);
        return 0;
    }
}
