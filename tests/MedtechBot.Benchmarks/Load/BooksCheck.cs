using System.Text.Json.Nodes;
using MedtechBot.Channels;
using MedtechBot.Consultations;
using MedtechBot.Deliveries;
using MedtechBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace MedtechBot.Benchmarks.Load;

/// <summary>Compares what was acknowledged with what stands in the database, and that with what askers and open pages were told.</summary>
internal sealed class BooksCheck(Database database, Books books)
{
    private const string Thread = "thread:";

    private readonly List<string> _wrong = [];

    public string Compared { get; private set; } = "";

    /// <summary>What is lost, doubled or out of order; empty when everything is as it was acknowledged.</summary>
    public async Task<IReadOnlyList<string>> RunAsync(IReadOnlyList<AskerStream> askers)
    {
        await using var context = database.CreateDbContext();
        var tickets = await context.Set<TicketRow>().AsNoTracking().ToListAsync();
        var events = (await context.Set<TicketEventRow>().AsNoTracking().OrderBy(e => e.Sequence).ToListAsync()).ToLookup(e => e.Number);
        var activities = (await context.Set<ActivityRow>().AsNoTracking().OrderBy(a => a.Sequence).ToListAsync()).ToLookup(a => a.ConversationId);
        CheckFiled(tickets);
        foreach (var ticket in tickets)
        {
            CheckHistory(ticket, [.. events[ticket.Number]], [.. activities[ticket.ConversationId]]);
        }
        CheckConversations(askers, activities);
        var left = await context.Set<OutboxRow>().CountAsync(r => r.GivenUpAt != null || r.Attempts > 1);
        Expect(left == 0, $"{left} messages were sent more than once or given up");
        Compared = $"{tickets.Count} tickets, {events.Sum(e => e.Count())} events, {books.Done.Count} acts of coordinators, {activities.Sum(a => a.Count())} messages in {askers.Count} conversations";
        return _wrong;
    }

    private void CheckFiled(List<TicketRow> tickets)
    {
        var stored = tickets.Select(t => (t.ConversationId, t.SubmissionId, t.Number)).ToHashSet();
        foreach (var filed in books.Filed.Where(f => !stored.Contains(f)))
        {
            Expect(false, $"{filed.Number} was acknowledged and is not there");
        }
        Expect(tickets.Count == books.Filed.Distinct().Count(), $"{tickets.Count} tickets for {books.Filed.Distinct().Count()} forms");
    }

    private void CheckHistory(TicketRow ticket, TicketEventRow[] rows, ActivityRow[] conversation)
    {
        var number = ticket.Number;
        Expect(rows.Select(r => r.Sequence).SequenceEqual(Enumerable.Range(1, ticket.Version)), $"{number}: a gap in its history");
        TicketEvent[] history = [.. rows.Select(r => r.Read())];
        TicketNumber.TryParse(number, out var parsed);
        var replayed = Ticket.Replay(parsed, ticket.ConversationId, history);
        Expect((replayed.Status, replayed.Holder) == (ticket.Status, ticket.Holder), $"{number}: the list says something else than its history");
        var done = books.Done.Where(d => d.Number == number).ToList();
        Same("take", history.OfType<TicketTaken>().Select(t => t.By), d => d.By);
        Same("reply", history.OfType<ReplyWritten>().Select(r => r.ReplyId), d => d.Id);
        Same("ask", history.OfType<AskedBack>().Select(r => r.ReplyId), d => d.Id);
        Same("note", history.OfType<NoteWritten>().Select(n => n.NoteId), d => d.Id);
        Same("refer", history.OfType<TicketReferred>().Select(r => r.ReferralId), d => d.Id);
        Same("close", history.OfType<TicketClosed>().Select(c => c.By), d => d.By);
        // Each reply stands in the conversation once, in the order of the history.
        var told = conversation.Select(a => a.DeliveryKey).OfType<string>().Where(k => k.StartsWith($"reply-to-ticket:{number}:", StringComparison.Ordinal));
        var written = history.Select(e => e switch { ReplyWritten r => r.ReplyId, AskedBack a => a.ReplyId, _ => null }).OfType<string>();
        Expect(told.SequenceEqual(written.Select(id => $"reply-to-ticket:{number}:{id}")), $"{number}: replies are not told once and in order");
        var passedOn = conversation.Where(a => a.DeliveryKey?.StartsWith(Thread, StringComparison.Ordinal) == true && (string?)JsonNode.Parse(a.Json)!["ticket"] == number);
        Expect(history.OfType<AskerWrote>().Select(w => Thread + w.MessageId).SequenceEqual(passedOn.Select(a => a.DeliveryKey)), $"{number}: what the asker wrote is not in its history once and in order");
        Expect(ticket.ChangedAt < books.WatchedSince || books.Watched.GetValueOrDefault(number) == ticket.Version, $"{number}: an open page was not told of its last change");

        void Same(string verb, IEnumerable<string> stored, Func<(string Number, string Verb, string By, string Id), string> told) =>
            Expect(stored.Order().SequenceEqual(done.Where(d => d.Verb == verb).Select(told).Order()), $"{number}: \"{verb}\" is not there as it was acknowledged");
    }

    private void CheckConversations(IReadOnlyList<AskerStream> askers, ILookup<string, ActivityRow> activities)
    {
        var said = books.Said.ToLookup(s => s.Conversation, s => s.Activity);
        foreach (var asker in askers)
        {
            ActivityRow[] stored = [.. activities[asker.Conversation]];
            Expect(stored.Select(a => a.Sequence).SequenceEqual(Enumerable.Range(0, stored.Length)), "a gap in a conversation");
            // What came after the look at the database is only looked at for doubles.
            var heard = asker.Ids;
            Expect(stored.Select(a => a.ActivityId).SequenceEqual(heard.Take(stored.Length)) && heard.Distinct().Count() == heard.Count, "an asker was not told each message once and in order");
            Expect(stored.Where(a => a.Kind == Speaker.User).Select(a => a.ActivityId).Order().SequenceEqual(said[asker.Conversation].Order()), "what an asker said is not there once");
            var answers = stored.Count(a => a.Kind == Speaker.Bot && a.DeliveryKey?.StartsWith("ticket-event:", StringComparison.Ordinal) != true);
            Expect(answers == stored.Count(a => a.Kind == Speaker.User), "not every message has one answer");
        }
        var passedOn = books.PassedOn.ToHashSet();
        var threads = activities.SelectMany(a => a).Select(a => a.DeliveryKey).OfType<string>().Where(k => k.StartsWith(Thread, StringComparison.Ordinal)).Select(k => k[Thread.Length..]).ToHashSet();
        Expect(passedOn.SetEquals(threads), $"{threads.Except(passedOn).Count()} messages were passed on without saying so, {passedOn.Except(threads).Count()} were not although it was said");
    }

    private void Expect(bool holds, string otherwise)
    {
        if (!holds)
        {
            _wrong.Add(otherwise);
        }
    }
}
