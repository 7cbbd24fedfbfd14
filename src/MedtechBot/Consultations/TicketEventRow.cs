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
    /// <summary>How those events begin as they are kept that hold the asker's address.</summary>
    internal const string BeginOfOpened = """{"$type":"opened",""";

    internal const string BeginOfEmail = """{"$type":"email",""";

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

    /// <summary>Which of the tickets were opened by a form with the word in it, wherever but in the asker's address.</summary>
    /// <param name="pattern">The word for LIKE, so that few are read.</param>
    internal static async Task<IReadOnlyList<string>> FormsWithAsync(
        MedtechBotContext context, IQueryable<string> numbers, string word, string pattern, CancellationToken cancellation)
    {
        var forms = await context.Set<TicketEventRow>().AsNoTracking()
            .Where(e => e.Sequence == 1 && numbers.Contains(e.Number) && EF.Functions.Like(e.Content.ToLower(), pattern, "\\")).ToListAsync(cancellation);
        forms.ForEach(f => f.ForgetEmail());
        return [.. forms.Where(f => f.Content.Contains(word, StringComparison.OrdinalIgnoreCase)).Select(f => f.Number)];
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
