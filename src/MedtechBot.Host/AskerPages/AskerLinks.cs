using System.Globalization;
using System.Security.Cryptography;
using MedtechBot.Consultations;
using MedtechBot.Host.Desk;
using MedtechBot.Storage;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace MedtechBot.Host.AskerPages;

/// <summary>
/// The private link an asker gets by mail: opens one ticket, for a time, from any browser. Nothing of it is kept; it is sealed with
/// the product's keys, and all links of a ticket can be revoked at once.
/// </summary>
internal sealed class AskerLinks(IDataProtectionProvider protection, DeskAddress address, IDbContextFactory<MedtechBotContext> database, TimeProvider time)
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(90);

    private const int LongestToken = 1_000;
    private readonly IDataProtector _protector = protection.CreateProtector("MedtechBot.AskerLink.v1");

    public Uri Create(TicketNumber number) =>
        new(address.Of("/c/" + _protector.Protect($"{number}|{time.GetUtcNow().UtcTicks}")));

    /// <returns>Null when the link is none, too old or revoked.</returns>
    public async Task<TicketNumber?> ReadAsync(string token, CancellationToken cancellation)
    {
        if (token.Length > LongestToken || Unprotect(token)?.Split('|') is not [var text, var ticks]
            || !TicketNumber.TryParse(text, out var number) || !long.TryParse(ticks, NumberStyles.None, CultureInfo.InvariantCulture, out var made))
        {
            return null;
        }
        var madeAt = new DateTimeOffset(made, TimeSpan.Zero);
        if (time.GetUtcNow() - madeAt > Lifetime)
        {
            return null;
        }
        await using var context = await database.CreateDbContextAsync(cancellation);
        return await context.Set<LinkRevocationRow>().AnyAsync(r => r.Number == number.Value && r.Before >= madeAt, cancellation) ? null : number;
    }

    private string? Unprotect(string token)
    {
        try
        {
            return _protector.Unprotect(token);
        }
        catch (Exception failure) when (failure is CryptographicException or FormatException)
        {
            return null;
        }
    }
}
