using System.Security.Cryptography;
using System.Text;
using MedtechBot.Channels;
using MedtechBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace MedtechBot.Teams;

/// <summary>A conversation and where in Teams it is.</summary>
public sealed record TeamsPlace(ConversationRow Conversation, TeamsConversationRow Row);

/// <summary>Finds the conversation of whoever sent an activity, or begins it. Only for activities that were checked: from here on answers go where they say.</summary>
public sealed class OpenTeamsConversation(IDbContextFactory<MedtechBotContext> database, TimeProvider time)
{
    private static readonly TimeSpan SeenEvery = TimeSpan.FromHours(1);

    public async Task<TeamsPlace> HandleAsync(TeamsActivity activity, CancellationToken cancellation = default)
    {
        var id = IdOf(activity);
        while (true)
        {
            await using var context = await database.CreateDbContextAsync(cancellation);
            var place = await FindAsync(context, id, cancellation);
            if (place is null)
            {
                place = New(id, activity);
                context.Add(place.Conversation);
                context.Add(place.Row);
            }
            else
            {
                Refresh(place.Row, activity);
            }
            try
            {
                await context.SaveChangesAsync(cancellation);
                return place;
            }
            catch (DbUpdateConcurrencyException)
            {
                // Erased at this moment: it begins anew.
            }
            catch (DbUpdateException) when (!cancellation.IsCancellationRequested)
            {
                // An installation is told twice at once: the other one began it.
                await using var again = await database.CreateDbContextAsync(cancellation);
                if (await FindAsync(again, id, cancellation) is null)
                {
                    throw;
                }
            }
        }
    }

    /// <summary>Who somebody is in all their chats of a tenant; nothing that can be turned back into a name.</summary>
    public static string AskerIdOf(string channelId, string tenantId, TeamsAccount person) =>
        person.AadObjectId is { } directory ? Hash("asker", tenantId, directory.ToLowerInvariant()) : Hash("asker", channelId, tenantId, person.Id);

    private static string IdOf(TeamsActivity activity) => Hash(activity.ChannelId, activity.TenantId, activity.ConversationId, activity.From.Id);

    // No part can reach into the next one, whatever it contains.
    private static string Hash(params string[] parts) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(parts.Select(p => $"{p.Length}:{p}|")))));

    private TeamsPlace New(string id, TeamsActivity activity)
    {
        var conversation = new ConversationRow
        {
            Id = RandomId.Next(),
            AskerId = AskerIdOf(activity.ChannelId, activity.TenantId, activity.From),
            Channel = ChannelNames.Teams,
            CreatedAt = time.GetUtcNow(),
        };
        return new TeamsPlace(conversation, new TeamsConversationRow
        {
            Id = id,
            ConversationId = conversation.Id,
            TeamsId = activity.ConversationId,
            ChannelId = activity.ChannelId,
            ServiceUrl = activity.ServiceUrl,
            TenantId = activity.TenantId,
            BotId = activity.Recipient.Id,
            UserId = activity.From.Id,
            AadObjectId = activity.From.AadObjectId,
            Kind = activity.Kind,
            TeamId = activity.TeamId,
            Locale = activity.Locale,
            SeenAt = conversation.CreatedAt,
        });
    }

    private static async Task<TeamsPlace?> FindAsync(MedtechBotContext context, string id, CancellationToken cancellation) =>
        await context.Set<TeamsConversationRow>().Where(t => t.Id == id)
            .Join(context.Set<ConversationRow>(), t => t.ConversationId, c => c.Id, (t, c) => new { Row = t, Conversation = c })
            .SingleOrDefaultAsync(cancellation) is { } found ? new TeamsPlace(found.Conversation, found.Row) : null;

    // Places move between Teams' own servers now and then; what has not changed is not written for every message.
    private void Refresh(TeamsConversationRow row, TeamsActivity activity)
    {
        row.ServiceUrl = activity.ServiceUrl;
        row.BotId = activity.Recipient.Id;
        row.AadObjectId = activity.From.AadObjectId ?? row.AadObjectId;
        row.TeamId = activity.TeamId ?? row.TeamId;
        row.Locale = activity.Locale ?? row.Locale;
        var now = time.GetUtcNow();
        row.SeenAt = now - row.SeenAt >= SeenEvery ? now : row.SeenAt;
    }
}
