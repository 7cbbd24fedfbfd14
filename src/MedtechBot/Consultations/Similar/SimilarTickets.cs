using MedtechBot.Knowledge;
using MedtechBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace MedtechBot.Consultations.Similar;

/// <param name="Reply">What may be written to another asker as well; null when nothing was answered.</param>
public sealed record SimilarTicket(TicketLine Line, string? Reply);

/// <summary>
/// Closed tickets about something like it, by the words of the matter, of its asker and of the replies. They are read once after a start,
/// when they are first asked for, and then as they are closed. What must not be learned from is never among them.
/// </summary>
public sealed class SimilarTickets(IDbContextFactory<MedtechBotContext> database, TicketStore tickets, Func<KnowledgeSnapshot> knowledge)
{
    private const int Most = 5;
    private const int ReadAtOnce = 200;

    // More than are shown: between reading and showing one may have been opened again or made confidential.
    private const int Candidates = 15;

    // What a synonym counts beside the word itself, as in the search over passages.
    private const double SynonymWeight = 0.4;

    // While all of many years are read after a start, pages show without them.
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(500);

    private readonly ClosedMatters _matters = new();
    private readonly SemaphoreSlim _turn = new(1);
    private (int Count, DateTimeOffset? Last) _seen;

    /// <summary>The most like it first; only what the reader may read.</summary>
    public async Task<IReadOnlyList<SimilarTicket>> FindAsync(Ticket ticket, TicketReader reader, CancellationToken cancellation = default)
    {
        try
        {
            await Task.Run(() => BringUpToDateAsync(CancellationToken.None), cancellation).WaitAsync(Patience, cancellation);
        }
        catch (TimeoutException)
        {
        }
        var within = reader.Reach == TicketReach.Shared ? (await ClosedAsync(reader, null, cancellation)).Select(l => l.Row.Number).ToHashSet(StringComparer.Ordinal) : null;
        var found = _matters.Find(WordsOf(ticket), Candidates, number => number != ticket.Number.Value && within?.Contains(number) != false);
        var lines = found.Count == 0 ? [] : (await ClosedAsync(reader, found, cancellation)).ToDictionary(l => l.Row.Number);
        TicketLine[] shown = [.. found.Where(lines.ContainsKey).Select(n => lines[n]).Take(Most)];
        await using var context = await database.CreateDbContextAsync(cancellation);
        var histories = await TicketEventRow.OfAsync(context, shown.Select(l => l.Row.Number), cancellation);
        return [.. shown.Select(line => new SimilarTicket(line, ReusableReply.Of([.. histories[line.Row.Number].Select(e => e.Read())])))];
    }

    /// <summary>What may be written to another asker as well; null when the reader may not read that ticket, or nothing was answered in it.</summary>
    public async Task<string?> ReplyOfAsync(TicketNumber number, TicketReader reader, CancellationToken cancellation = default)
    {
        if ((await ClosedAsync(reader, [number.Value], cancellation)).Count == 0)
        {
            return null;
        }
        await using var context = await database.CreateDbContextAsync(cancellation);
        return ReusableReply.Of([.. (await TicketEventRow.OfAsync(context, [number.Value], cancellation))[number.Value].Select(e => e.Read())]);
    }

    private async Task<IReadOnlyList<TicketLine>> ClosedAsync(TicketReader reader, IReadOnlyList<string>? among, CancellationToken cancellation) =>
        [.. (await tickets.ListAsync(new TicketQuery(reader, TicketView.Closed) { ToLearnFrom = true, Among = among }, cancellation)).Where(l => l.Sight == TicketSight.Full)];

    private IEnumerable<(string Word, double Weight)> WordsOf(Ticket ticket)
    {
        var known = knowledge().Words;
        var words = known.ReadWords(Text(ticket.History, withReplies: false));
        return words.Distinct(StringComparer.Ordinal).Select(w => (w, 1.0)).Concat(known.Thesaurus.Expand(words).Select(o => (o.Key, SynonymWeight * o.Value)));
    }

    internal async Task BringUpToDateAsync(CancellationToken cancellation)
    {
        await _turn.WaitAsync(cancellation);
        try
        {
            await using var context = await database.CreateDbContextAsync(cancellation);
            var closed = context.Set<TicketRow>().AsNoTracking().Where(t => t.ClosedAt != null);
            var now = (await closed.CountAsync(cancellation), await closed.OrderByDescending(t => t.ClosedAt).Select(t => t.ClosedAt).FirstOrDefaultAsync(cancellation));
            if (now != _seen)
            {
                await ReadAsync(context, closed, cancellation);
                _seen = now;
            }
        }
        finally
        {
            _turn.Release();
        }
    }

    private async Task ReadAsync(MedtechBotContext context, IQueryable<TicketRow> closed, CancellationToken cancellation)
    {
        var known = knowledge().Words;
        var versions = await closed.MayBeLearnedFrom().Select(t => new { t.Number, t.Version }).ToDictionaryAsync(t => t.Number, t => t.Version, StringComparer.Ordinal, cancellation);
        _matters.Keep(versions.ContainsKey);
        foreach (var changed in versions.Where(v => _matters.VersionOf(v.Key) != v.Value).Select(v => v.Key).Chunk(ReadAtOnce))
        {
            var events = await TicketEventRow.OfAsync(context, changed, cancellation);
            foreach (var number in changed)
            {
                _matters.Put(number, versions[number], known.ReadWords(Text(events[number].Select(e => e.Read()), withReplies: true)));
            }
        }
    }

    private static string Text(IEnumerable<TicketEvent> history, bool withReplies) => string.Join('\n', history.Select(happened => happened switch
    {
        TicketOpened opened => opened.Summary,
        AskerWrote wrote => wrote.Text,
        ReplyWritten reply when withReplies => reply.Text,
        _ => null,
    }).Where(t => t is not null));
}
