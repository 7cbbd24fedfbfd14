using System.Security.Cryptography;
using System.Text;
using MedtechBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace MedtechBot.Coordination;

/// <summary>Single-use sign-in links to the desk. Server and command line share them through the database.</summary>
public sealed class DeskLinks(IDbContextFactory<MedtechBotContext> database, TimeProvider time)
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(15);

    private const int LongestToken = 100;

    /// <returns>The token; it exists nowhere else.</returns>
    public async Task<string> CreateAsync(CancellationToken cancellation = default)
    {
        var now = time.GetUtcNow();
        var token = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
        await using var context = await database.CreateDbContextAsync(cancellation);
        await context.Set<DeskLinkRow>().Where(l => l.ExpiresAt < now).ExecuteDeleteAsync(cancellation);
        context.Add(new DeskLinkRow { TokenHash = Hash(token), ExpiresAt = now + Lifetime });
        await context.SaveChangesAsync(cancellation);
        return token;
    }

    /// <summary>Whether the link would let somebody in now. Does not use it up.</summary>
    public async Task<bool> IsValidAsync(string token, CancellationToken cancellation = default)
    {
        await using var context = await database.CreateDbContextAsync(cancellation);
        return await Usable(context, token).AnyAsync(cancellation);
    }

    /// <summary>Uses the link up; true for the one who was first and in time.</summary>
    public async Task<bool> RedeemAsync(string token, CancellationToken cancellation = default)
    {
        await using var context = await database.CreateDbContextAsync(cancellation);
        return await Usable(context, token).ExecuteUpdateAsync(set => set.SetProperty(l => l.UsedAt, time.GetUtcNow()), cancellation) == 1;
    }

    private IQueryable<DeskLinkRow> Usable(MedtechBotContext context, string token)
    {
        var hash = token.Length <= LongestToken ? Hash(token) : "";
        var now = time.GetUtcNow();
        return context.Set<DeskLinkRow>().Where(l => l.TokenHash == hash && l.UsedAt == null && l.ExpiresAt > now);
    }

    private static string Hash(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}
