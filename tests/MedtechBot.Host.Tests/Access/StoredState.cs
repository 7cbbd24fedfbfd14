using MedtechBot.Channels;
using MedtechBot.Consultations;
using MedtechBot.Consultations.Intake;
using MedtechBot.People;
using MedtechBot.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace MedtechBot.Host.Tests.Access;

/// <summary>What nobody changes who may not: tickets with their events, what stands in conversations, people, keys, invitations, links.</summary>
internal static class StoredState
{
    public static async Task<string> ReadAsync(ProductHost host)
    {
        await using var context = await host.Services.GetRequiredService<IDbContextFactory<MedtechBotContext>>().CreateDbContextAsync();
        var lines = new List<string>();
        lines.AddRange(await context.Set<TicketRow>().OrderBy(t => t.Number).Select(t => $"{t.Number} {t.Version} {t.Holder} {t.ChangedAt}").ToListAsync());
        lines.AddRange(await context.Set<PersonRow>().OrderBy(p => p.Id).Select(p => $"{p.Name} {p.Role} {p.SecurityStamp} {p.PasswordHash} {p.DisabledAt}").ToListAsync());
        lines.AddRange(await context.Set<ApiKeyRow>().OrderBy(k => k.Id).Select(k => $"{k.Id} {k.RevokedAt}").ToListAsync());
        lines.AddRange(await context.Set<InvitationRow>().OrderBy(i => i.Id).Select(i => $"{i.Id} {i.UsedAt} {i.RevokedAt}").ToListAsync());
        lines.AddRange(await context.Set<IntakeDraftRow>().OrderBy(d => d.ConversationId).Select(d => $"{d.ConversationId} {d.ChangedAt}").ToListAsync());
        lines.Add($"{await context.Set<TicketEventRow>().CountAsync()} events, {await context.Set<TicketShareRow>().CountAsync()} shares, "
            + $"{await context.Set<ActivityRow>().CountAsync()} activities, {await context.Set<UploadRow>().CountAsync()} files, {await context.Set<LinkRevocationRow>().CountAsync()} links revoked");
        return string.Join('\n', lines);
    }
}
