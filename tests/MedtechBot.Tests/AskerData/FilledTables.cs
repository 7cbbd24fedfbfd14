using MedtechBot.Answers;
using MedtechBot.Consultations;
using MedtechBot.Consultations.Intake;
using MedtechBot.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace MedtechBot.Tests.AskerData;

/// <summary>One row in every table for one asker, with a mark in every text. Made from the model, so that new tables are filled as well.</summary>
internal sealed class FilledTables(MedtechBotContext context, string mark, string conversationId, string ticketNumber)
{
    /// <summary>Tables that hold nothing an asker wrote or left, each with the reason. Any other table must lose an erased asker's rows.</summary>
    public static readonly IReadOnlySet<string> NothingOfAskers = new HashSet<string>
    {
        "ticket_counters", // the last number of a year
        "desk_links", // hashes that let coordinators in
        "people", // those at the desk
        "invitations", // to the desk
        "api_keys", // of the desk
        "ended_sessions", // of people at the desk
        "audit_log", // who at the desk did what to which ticket number
        "monthly_counts", // numbers by month
        "erased_tickets", // what erasing leaves on purpose
        "retention_lease", // which process deletes
        "teams_links", // who people at the desk are in Teams
        "teams_codes", // hashes that tie them
        "teams_channels", // where coordinators work
        "ranking_models", // weights
    };

    private readonly Dictionary<IEntityType, object> _rows = [];

    public async Task FillAsync()
    {
        foreach (var table in context.Model.GetEntityTypes().Where(t => !NothingOfAskers.Contains(t.GetTableName()!)))
        {
            Fill(table);
        }
        await context.SaveChangesAsync();
    }

    private object Fill(IEntityType table)
    {
        if (_rows.TryGetValue(table, out var known))
        {
            return known;
        }
        var row = Activator.CreateInstance(table.ClrType, nonPublic: true)!;
        _rows[table] = row;
        var entry = context.Entry(row);
        foreach (var property in table.GetProperties())
        {
            entry.Property(property.Name).CurrentValue = Reference(property) ?? Value(table, property);
        }
        context.Add(row);
        return row;
    }

    private object? Reference(IProperty property)
    {
        if (property.GetContainingForeignKeys().FirstOrDefault(k => k.PrincipalEntityType != property.DeclaringType) is not { } key)
        {
            return null;
        }
        var of = key.PrincipalKey.Properties[key.Properties.ToList().IndexOf(property)];
        return context.Entry(Fill(key.PrincipalEntityType)).Property(of.Name).CurrentValue;
    }

    private object? Value(IEntityType table, IProperty property)
    {
        var type = Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType;
        return (table.GetTableName(), property.Name) switch
        {
            ("conversations", "Id") or (_, "ConversationId") => conversationId,
            ("conversations", "Channel") => "directline",
            ("conversations", "AskerId") or (_, "AskerId") => "asker-of-" + conversationId,
            ("tickets", "Number") or (_, "Number" or "TicketNumber" or "Ticket") when type == typeof(string) => ticketNumber,
            ("activities", "Json") => $$"""{"text":"{{mark}} activities"}""",
            ("ticket_events", "Content") => TicketEventRow.Of(new TicketNumber(), 1, new TicketOpened(default, $"{mark} ticket_events", null, Language.Japanese)).Content,
            ("intake_drafts", "Content") => IntakeDraftRow.ContentOf(new IntakeDraft("", new IntakeForm { Summary = $"{mark} intake_drafts" }, [])),
            ("uploads", "FormId") => null, // it was sent
            ("outbox", "Kind") => "mail",
            ("outbox", "Key") => $"{ticketNumber}/{mark}",
            ("tickets", "Status") => Enum.Parse(type, "Completed"),
            ("tickets", "Topic") => "reimbursement", // stays with the number
            // Only there since an asker's row points to it.
            _ when type == typeof(string) && NothingOfAskers.Contains(table.GetTableName()!) => Guid.NewGuid().ToString("N"),
            _ when type == typeof(string) => $"{mark} {table.GetTableName()} {property.Name}",
            _ when type == typeof(List<string>) => new List<string> { mark },
            _ when type == typeof(byte[]) => System.Text.Encoding.UTF8.GetBytes(mark),
            _ when type.IsEnum => Enum.GetValues(type).GetValue(0),
            _ when type == typeof(DateTimeOffset) => new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero),
            _ when type == typeof(DateOnly) => new DateOnly(2026, 1, 1),
            _ when type == typeof(Guid) => Guid.NewGuid(),
            _ when property.ValueGenerated != ValueGenerated.Never => Activator.CreateInstance(type),
            _ when type == typeof(int) || type == typeof(long) => Convert.ChangeType(mark.GetHashCode(StringComparison.Ordinal) & 0xFFFF, type, null),
            _ => Activator.CreateInstance(type),
        };
    }
}
