using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using MedtechBot.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MedtechBot.Consultations;

/// <summary>One event of a ticket as it is kept, numbered from 1 without gaps.</summary>
public sealed class TicketEventRow
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        IgnoreReadOnlyProperties = true,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        Converters = { new JsonStringEnumConverter() },
    };

    public required string Number { get; init; }
    public required int Sequence { get; init; }
    public required DateTimeOffset At { get; init; }
    public required string Content { get; set; }

    public static TicketEventRow Of(TicketNumber number, int sequence, TicketEvent happened) => new()
    {
        Number = number.Value,
        Sequence = sequence,
        At = happened.At,
        Content = JsonSerializer.Serialize(happened, Json),
    };

    /// <summary>The one thing that is ever changed in a history: where the asker was reached before.</summary>
    internal void ForgetEmail() => Content = Read() switch
    {
        TicketOpened { Email: not null } opened => JsonSerializer.Serialize<TicketEvent>(opened with { Email = null }, Json),
        AskerEmailChanged { Email: not null } changed => JsonSerializer.Serialize<TicketEvent>(changed with { Email = null }, Json),
        _ => Content,
    };

    /// <summary>The histories of tickets, each from its beginning.</summary>
    internal static async Task<ILookup<string, TicketEventRow>> OfAsync(MedtechBotContext context, IEnumerable<string> numbers, CancellationToken cancellation)
    {
        // One parameter however many there are: a statement of its own for each count would be compiled anew each time.
        string[] all = [.. numbers];
        return (await context.Set<TicketEventRow>().AsNoTracking().Where(e => EF.Parameter(all).Contains(e.Number)).OrderBy(e => e.Sequence).ToListAsync(cancellation)).ToLookup(e => e.Number);
    }

    public TicketEvent Read() => JsonSerializer.Deserialize<TicketEvent>(Content, Json)!;
}

internal sealed class TicketEventRowConfiguration : IEntityTypeConfiguration<TicketEventRow>
{
    public void Configure(EntityTypeBuilder<TicketEventRow> row)
    {
        row.ToTable("ticket_events").HasKey(e => new { e.Number, e.Sequence });
        row.Property(e => e.Number).HasMaxLength(24);
        row.HasOne<TicketRow>().WithMany().HasForeignKey(e => e.Number).OnDelete(DeleteBehavior.Cascade);
    }
}
