using MedtechBot.Channels;
using MedtechBot.Consultations;
using MedtechBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace MedtechBot.Host.Tests.Crash;

/// <summary>What our own store and Direct Line must hold afterwards: all that was acknowledged, each once, in conversations without a gap.</summary>
internal static class StoreVerdict
{
    public static async Task<IReadOnlyList<Ticket>> CheckAsync(Database database, CrashWork work)
    {
        var store = new TicketStore(database, TimeProvider.System);
        await using var context = database.CreateDbContext();
        var rows = await context.Set<TicketRow>().AsNoTracking().ToListAsync();
        Assert.Equal(work.Consultations.Count, rows.Count);
        var tickets = new List<Ticket>();
        foreach (var consultation in work.Consultations)
        {
            var row = Assert.Single(rows, r => r.SubmissionId == consultation.SubmissionId);
            Assert.Equal((consultation.Number, consultation.ConversationId, consultation.Summary), (row.Number, row.ConversationId, row.Headline));
            Assert.True(TicketNumber.TryParse(row.Number, out var number));
            var ticket = (await store.FindAsync(number))!;
            Assert.Equal(row.Version, ticket.History.Count);
            Assert.True(consultation.IsReplied);
            Assert.Equal(consultation.Reply, Assert.Single(ticket.History.OfType<ReplyWritten>()).Text);
            Assert.Equal(consultation.IsAddedTo ? [consultation.Addition] : [], ticket.History.OfType<AskerWrote>().Select(w => w.Text));
            Assert.Single(ticket.History.OfType<TicketTaken>());
            tickets.Add(ticket);
        }
        Assert.Equal(rows.Count, rows.Select(r => r.Number).Distinct().Count());
        await CheckConversationsAsync(context, work.Consultations);
        foreach (var asker in work.Askers)
        {
            CheckShown(await asker.ReadAsync());
        }
        return tickets;
    }

    private static async Task CheckConversationsAsync(MedtechBotContext context, IReadOnlyList<Consultation> consultations)
    {
        var activities = (await context.Set<ActivityRow>().AsNoTracking().ToListAsync()).ToLookup(a => a.ConversationId);
        foreach (var consultation in consultations)
        {
            var conversation = activities[consultation.ConversationId!].OrderBy(a => a.Sequence).ToList();
            Assert.Equal(Enumerable.Range(0, conversation.Count), conversation.Select(a => a.Sequence));
            Assert.Single(conversation, a => a.Kind == Speaker.Bot && a.DeliveryKey == "ticket:" + consultation.SubmissionId);
            Assert.Single(conversation, a => a.Kind == Speaker.Coordinator && a.Json.Contains(consultation.Reply, StringComparison.Ordinal));
            Assert.Equal(consultation.IsAddedTo ? 1 : 0, conversation.Count(a => a.Kind == Speaker.User && a.Json.Contains(consultation.Addition, StringComparison.Ordinal)));
        }
    }

    // As the protocol shows it: no id twice, and none left out.
    private static void CheckShown(IReadOnlyList<System.Text.Json.Nodes.JsonNode> activities) =>
        Assert.Equal(Enumerable.Range(0, activities.Count), activities.Select(a => int.Parse(((string)a["id"]!).Split('|')[1], System.Globalization.CultureInfo.InvariantCulture)));
}
