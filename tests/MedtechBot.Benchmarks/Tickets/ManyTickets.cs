using MedtechBot.Answers;
using MedtechBot.Channels;
using MedtechBot.Consultations;
using MedtechBot.Knowledge;
using MedtechBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace MedtechBot.Benchmarks.Tickets;

/// <summary>Tickets of many years with words of the knowledge in them: a matter, a question back, its answer, a note and a reply each.</summary>
internal static class ManyTickets
{
    private const int SavedAtOnce = 1_000;

    // So many of a hundred are still open.
    private const int Open = 3;

    /// <param name="ofOne">So many of them belong to one asker.</param>
    /// <returns>That asker's conversation.</returns>
    public static async Task<string> FillAsync(Database database, KnowledgeSnapshot knowledge, int count, int ofOne)
    {
        string[] texts = [.. knowledge.Documents.SelectMany(d => d.Passages).Select(p => p.Heading + "。" + p.Text).Where(t => t.Length > 200)];
        var conversations = new Conversations(database, TimeProvider.System);
        var (one, all) = ((await conversations.CreateAsync("one", ChannelNames.DirectLine, null)).Id, (await conversations.CreateAsync("all", ChannelNames.DirectLine, null)).Id);
        var now = TimeProvider.System.GetUtcNow();
        foreach (var part in Enumerable.Range(1, count).Chunk(SavedAtOnce))
        {
            await using var context = database.CreateDbContext();
            foreach (var n in part)
            {
                Add(context, TicketNumber.Of(2026, n), n <= ofOne ? one : all, Events(n, texts, now.AddHours(n - count)));
            }
            await context.SaveChangesAsync();
        }
        return one;
    }

    /// <summary>How words were looked for before they were held in memory.</summary>
    public static async Task ReadEverythingAsync(Database database, string words)
    {
        await using var context = database.CreateDbContext();
        var tickets = context.Set<TicketRow>().AsQueryable();
        foreach (var pattern in words.Split(' ').Select(w => $"%{w}%"))
        {
            tickets = tickets.Where(t => EF.Functions.Like(t.Headline.ToLower(), pattern)
                || context.Set<TicketEventRow>().Any(e => e.Number == t.Number && EF.Functions.Like(e.Content.ToLower(), pattern)));
        }
        await tickets.OrderByDescending(t => t.OpenedAt).ThenByDescending(t => t.Number).Take(200).ToListAsync();
    }

    private static List<TicketEvent> Events(int n, string[] texts, DateTimeOffset at)
    {
        string Text(int which, int length) => texts[(n * 7 + which * 31) % texts.Length] is var text && text.Length > length ? text[..length] : text;

        List<TicketEvent> events =
        [
            new TicketOpened(at, Text(0, 300), $"asker{n}@example.jp", Language.Japanese, new IntakeDetails { Product = Text(1, 30) }),
            new TicketTaken(at, "鈴木"),
            new AskedBack(at, "鈴木", "q", Text(2, 60)),
            new AskerWrote(at, "m", Text(3, 120)),
            new NoteWritten(at, "鈴木", "n", Text(4, 80)),
            new ReplyWritten(at, "鈴木", "r", Text(5, 500)),
        ];
        if (n % 100 >= Open)
        {
            events.Add(new TicketClosed(at, "鈴木", TicketOutcome.Answered));
        }
        return events;
    }

    private static void Add(MedtechBotContext context, TicketNumber number, string conversation, List<TicketEvent> events)
    {
        var ticket = Ticket.Replay(number, conversation, events);
        var row = new TicketRow { Number = number.Value, ConversationId = conversation, SubmissionId = RandomId.Next(), Headline = ticket.Summary.ReplaceLineEndings(" ")[..Math.Min(120, ticket.Summary.Length)], OpenedAt = ticket.OpenedAt };
        row.Mirror(ticket, null, ticket.OpenedAt);
        context.Add(row);
        context.AddRange(events.Select((e, i) => TicketEventRow.Of(number, i + 1, e)));
    }
}
