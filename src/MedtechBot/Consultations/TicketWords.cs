using System.Collections.Concurrent;
using MedtechBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace MedtechBot.Consultations;

/// <summary>Where words were found, as ticket numbers.</summary>
/// <param name="ByNumber">Whose number alone holds all of them: that tells nothing of what the ticket says.</param>
/// <param name="ByText">In which each stands somewhere.</param>
internal sealed record FoundWords(string[] ByNumber, string[] ByText);

/// <summary>
/// What all tickets say, in memory, so that looking for words reads no history again. Before each search the versions tell what changed,
/// whichever host changed it. The first search after a start reads everything once.
/// </summary>
internal sealed class TicketWords
{
    private const int MostWords = 5;
    private const int ReadAtOnce = 400;

    private readonly SemaphoreSlim _turn = new(1);
    private readonly ConcurrentDictionary<string, TicketText> _texts = new(StringComparer.Ordinal);

    // How many there were and the sum of their versions: every event changes it, and one that a deletion made up for shows with the next.
    private (int Tickets, int Versions) _seen;

    public static IReadOnlyList<string> Split(string? words) =>
        [.. (words ?? "").Split([' ', '\u3000'], StringSplitOptions.RemoveEmptyEntries).Take(MostWords)];

    /// <param name="withAddresses">Whether askers' addresses are looked at: who is not shown them must not find them letter by letter either.</param>
    public async Task<FoundWords> FindAsync(MedtechBotContext context, IReadOnlyList<string> words, bool withAddresses, CancellationToken cancellation)
    {
        await BringUpToDateAsync(context, cancellation);
        SoughtWord[] sought = [.. words.Select(w => new SoughtWord(w))];
        var (byNumber, byText) = (new List<string>(), new List<string>());
        foreach (var (number, text) in _texts)
        {
            if (sought.All(text.IsInNumber))
            {
                byNumber.Add(number);
            }
            else if (sought.All(word => text.Has(word, withAddresses)))
            {
                byText.Add(number);
            }
        }
        return new FoundWords([.. byNumber], [.. byText]);
    }

    private async Task BringUpToDateAsync(MedtechBotContext context, CancellationToken cancellation)
    {
        await _turn.WaitAsync(cancellation);
        try
        {
            var now = await context.Set<TicketRow>().GroupBy(_ => 1).Select(g => new { Tickets = g.Count(), Versions = g.Sum(t => t.Version) }).SingleOrDefaultAsync(cancellation);
            var sum = now is null ? (0, 0) : (now.Tickets, now.Versions);
            if (sum == _seen)
            {
                return;
            }
            var versions = await context.Set<TicketRow>().Select(t => new { t.Number, t.Version }).ToDictionaryAsync(t => t.Number, t => t.Version, StringComparer.Ordinal, cancellation);
            foreach (var gone in _texts.Keys.Where(n => !versions.ContainsKey(n)))
            {
                _texts.TryRemove(gone, out _);
            }
            foreach (var changed in versions.Where(v => _texts.GetValueOrDefault(v.Key)?.Version != v.Value).Select(v => v.Key).Chunk(ReadAtOnce))
            {
                var events = await TicketEventRow.OfAsync(context, changed, cancellation);
                foreach (var number in changed)
                {
                    _texts[number] = TicketText.Of(number, versions[number], events[number].Select(e => e.Content));
                }
            }
            _seen = sum;
        }
        finally
        {
            _turn.Release();
        }
    }
}
