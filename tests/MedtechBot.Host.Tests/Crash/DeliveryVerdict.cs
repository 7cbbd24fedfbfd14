using System.Diagnostics;
using MedtechBot.Consultations;
using MedtechBot.Deliveries;
using MedtechBot.Deliveries.Mail;
using MedtechBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace MedtechBot.Host.Tests.Crash;

/// <summary>What receivers must have afterwards: everything, and nothing more often than the outbox admits.</summary>
internal static class DeliveryVerdict
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(100);

    /// <summary>Returns once nothing is on its way any more.</summary>
    public static async Task WaitUntilAllLeftAsync(Database database)
    {
        var (least, since) = (int.MaxValue, Stopwatch.GetTimestamp());
        while (true)
        {
            await using var context = database.CreateDbContext();
            var waiting = await context.Set<OutboxRow>().CountAsync(r => r.DoneAt == null && r.GivenUpAt == null);
            if (waiting == 0)
            {
                return;
            }
            (least, since) = waiting < least ? (waiting, Stopwatch.GetTimestamp()) : (least, since);
            Assert.True(Stopwatch.GetElapsedTime(since) < Patience, $"{waiting} messages do not leave.");
            await Task.Delay(BetweenLooks);
        }
    }

    /// <summary>Webhooks: every event of every ticket, in order.</summary>
    public static async Task<DeliveryCount> CheckHooksAsync(Database database, IReadOnlyList<Ticket> tickets, IReadOnlyCollection<string> received)
    {
        var expected = tickets.SelectMany(t => Enumerable.Range(1, t.History.Count).Select(version => $"{t.Number}-{version}"));
        foreach (var events in received.Distinct().GroupBy(id => id[..id.LastIndexOf('-')], id => int.Parse(id[(id.LastIndexOf('-') + 1)..], System.Globalization.CultureInfo.InvariantCulture)))
        {
            Assert.Equal(events.Order(), events);
        }
        return await CheckAsync(database, OutboxKinds.Webhook, expected, received, key => key.Split('/')[0]);
    }

    /// <summary>Mail: one for each reply.</summary>
    public static async Task<DeliveryCount> CheckMailAsync(Database database, IReadOnlyList<Ticket> tickets, IReadOnlyCollection<string> received, string from)
    {
        var sender = MailText.Sender(from)!;
        var expected = tickets.SelectMany(t => t.History.Select((e, place) => (e, place)).Where(h => h.e is ReplyWritten).Select(h => Id($"ticket-event:{t.Number}:{h.place + 1}")));
        return await CheckAsync(database, OutboxKinds.Mail, expected, received, Id);

        string Id(string key) => MailText.MessageId(sender, key);
    }

    private static async Task<DeliveryCount> CheckAsync(
        Database database, string kind, IEnumerable<string> expected, IReadOnlyCollection<string> received, Func<string, string> idOf)
    {
        await using var context = database.CreateDbContext();
        var rows = (await context.Set<OutboxRow>().AsNoTracking().Where(r => r.Kind == kind).ToListAsync()).ToDictionary(r => idOf(r.Key));
        Assert.DoesNotContain(rows.Values, r => r.GivenUpAt is not null);
        Assert.Equal(expected.Order(StringComparer.Ordinal), received.Distinct().Order(StringComparer.Ordinal));
        foreach (var copies in received.GroupBy(id => id))
        {
            var row = rows[copies.Key];
            // Only where the product says itself that an earlier try may have arrived.
            Assert.True(copies.Count() == 1 || (row.MayHaveArrived && copies.Count() <= row.Attempts), $"{kind} {row.Key} came {copies.Count()} times in {row.Attempts} tries.");
        }
        return new DeliveryCount(rows.Count, received.Count - rows.Count, rows.Values.Count(r => r.MayHaveArrived));
    }
}

/// <param name="Repeats">Copies beyond the first that the receiver accepted.</param>
/// <param name="Suspected">Messages of which the product counted a repeat: an earlier try may have arrived.</param>
internal sealed record DeliveryCount(int Messages, int Repeats, int Suspected)
{
    public override string ToString() => $"{Messages} / {Repeats} / {Suspected}";
}
