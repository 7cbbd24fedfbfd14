using System.Security.Cryptography;
using System.Text;
using MedtechBot.Consultations;
using MedtechBot.People;
using MedtechBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace MedtechBot.Teams.Coordinators;

/// <summary>The channels that are connected to the desk.</summary>
public sealed class DeskChannels(IDbContextFactory<MedtechBotContext> database, AuditLog audit, TimeProvider time)
{
    private const string Thread = ";messageid=";

    /// <summary>Connects the channel that an activity came from, or changes what is posted there.</summary>
    /// <param name="region">A prefecture; null for all tickets.</param>
    public Task ConnectAsync(TeamsActivity activity, string? region, Person by, CancellationToken cancellation = default) => LookAgain.OnConflictAsync(async () =>
    {
        await using var context = await database.CreateDbContextAsync(cancellation);
        var id = IdOf(activity);
        var row = await context.Set<DeskChannelRow>().SingleOrDefaultAsync(c => c.Id == id, cancellation);
        if (row is null)
        {
            row = new DeskChannelRow { Id = id, TenantId = activity.TenantId, TeamsId = ChannelOf(activity), ServiceUrl = "", BotId = "", By = "", At = default };
            context.Add(row);
        }
        (row.TeamId, row.ServiceUrl, row.BotId, row.Region, row.By, row.At) = (activity.TeamId, activity.ServiceUrl, activity.Recipient.Id, region, by.Name, time.GetUtcNow());
        audit.Add(context, new AuditEntry(by, AuditActions.ConnectedChannel));
        return await context.SaveChangesAsync(cancellation);
    });

    /// <summary>Has a connected channel's cards go where an activity of it came from: places move between Teams' own servers. Only for activities that were checked.</summary>
    public async Task RenewAsync(TeamsActivity activity, CancellationToken cancellation = default)
    {
        var (id, serviceUrl) = (IdOf(activity), activity.ServiceUrl);
        await using var context = await database.CreateDbContextAsync(cancellation);
        var moved = context.Set<DeskChannelRow>().Where(c => c.Id == id && c.ServiceUrl != serviceUrl);
        // Nearly always nothing has, and a write waits for those of others.
        if (await moved.AnyAsync(cancellation))
        {
            await moved.ExecuteUpdateAsync(set => set.SetProperty(c => c.ServiceUrl, serviceUrl), cancellation);
        }
    }

    /// <summary>Nothing more is posted there, and what was posted is changed no more.</summary>
    /// <returns>False when it was not connected.</returns>
    public Task<bool> DisconnectAsync(TeamsActivity activity, Person by, CancellationToken cancellation = default) => DisconnectAsync(IdOf(activity), by, cancellation);

    /// <inheritdoc cref="DisconnectAsync(TeamsActivity, Person, CancellationToken)"/>
    public async Task<bool> DisconnectAsync(string id, Person by, CancellationToken cancellation = default)
    {
        await using var context = await database.CreateDbContextAsync(cancellation);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellation);
        if (await context.Set<DeskChannelRow>().Where(c => c.Id == id).ExecuteDeleteAsync(cancellation) == 0)
        {
            return false;
        }
        audit.Add(context, new AuditEntry(by, AuditActions.DisconnectedChannel));
        await context.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return true;
    }

    /// <summary>All of them, those connected first at the head.</summary>
    public async Task<IReadOnlyList<DeskChannelRow>> ListAsync(CancellationToken cancellation = default)
    {
        await using var context = await database.CreateDbContextAsync(cancellation);
        return await context.Set<DeskChannelRow>().AsNoTracking().OrderBy(c => c.At).ThenBy(c => c.Id).ToListAsync(cancellation);
    }

    /// <summary>The ticket below whose card something was written; null elsewhere.</summary>
    public async Task<TicketNumber?> TicketOfThreadAsync(TeamsActivity activity, CancellationToken cancellation = default)
    {
        if (activity.Kind != TeamsKinds.Channel || activity.ConversationId.IndexOf(Thread, StringComparison.Ordinal) is not (> 0 and var at))
        {
            return null;
        }
        var (channel, message) = (IdOf(activity), activity.ConversationId[(at + Thread.Length)..]);
        await using var context = await database.CreateDbContextAsync(cancellation);
        var number = await context.Set<TicketCardRow>().Where(c => c.DeskChannelId == channel && c.TeamsId == message).Select(c => c.Ticket).FirstOrDefaultAsync(cancellation);
        return TicketNumber.TryParse(number, out var ticket) ? ticket : null;
    }

    private static string ChannelOf(TeamsActivity activity) => activity.ConversationId.Split(Thread)[0];

    private static string IdOf(TeamsActivity activity) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{activity.ChannelId}|{activity.TenantId.Length}|{activity.TenantId}|{ChannelOf(activity)}")));
}
