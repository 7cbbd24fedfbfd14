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

    // Another purpose: whoever may open one file may not open the ticket.
    private readonly IDataProtector _files = protection.CreateProtector("MedtechBot.AskerFileLink.v1");

    public Uri Create(TicketNumber number) =>
        new(address.Of("/c/" + _protector.Protect($"{number}|{time.GetUtcNow().UtcTicks}")));

    /// <summary>Where one file of a ticket opens and nothing else of it, for chats that others read along and whose askers have no cookie of ours.</summary>
    public string PathOfFile(TicketNumber number, string fileId) => "/f/" + _files.Protect($"{number}|{time.GetUtcNow().UtcTicks}|{fileId}");

    /// <returns>Null when the link is none, too old or revoked.</returns>
    public async Task<TicketNumber?> ReadAsync(string token, CancellationToken cancellation) =>
        Unprotect(_protector, token) is [var text, var ticks] ? await HoldsAsync(text, ticks, cancellation) : null;

    /// <inheritdoc cref="ReadAsync"/>
    public async Task<(TicketNumber Number, string FileId)?> ReadFileAsync(string token, CancellationToken cancellation) =>
        Unprotect(_files, token) is [var text, var ticks, var file] && await HoldsAsync(text, ticks, cancellation) is { } number ? (number, file) : null;

    private async Task<TicketNumber?> HoldsAsync(string text, string ticks, CancellationToken cancellation)
    {
        if (!TicketNumber.TryParse(text, out var number) || !long.TryParse(ticks, NumberStyles.None, CultureInfo.InvariantCulture, out var made))
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

    private static string[]? Unprotect(IDataProtector protector, string token)
    {
        try
        {
            return token.Length > LongestToken ? null : protector.Unprotect(token).Split('|');
        }
        catch (Exception failure) when (failure is CryptographicException or FormatException)
        {
            return null;
        }
    }
}
