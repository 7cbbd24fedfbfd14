using System.Runtime.InteropServices;
using MedtechBot.Knowledge.Search;

namespace MedtechBot.Consultations.Similar;

/// <summary>
/// The words of closed tickets in memory, ranked by BM25 as passages are; a ticket is added or taken out at any time. What was taken out
/// stays in the lists without being found. Serves any number of threads.
/// </summary>
internal sealed class ClosedMatters
{
    private const double K1 = 1.0;
    private const double B = 0.75;

    // Below this part of the best there are only words that everybody uses.
    private const double Near = 0.2;

    private readonly Lock _lock = new();
    private readonly Dictionary<string, List<(int Place, int Count)>> _words = new(StringComparer.Ordinal);
    private readonly List<(string? Number, int Length)> _places = [];
    private readonly Dictionary<string, (int Place, int Version)> _known = new(StringComparer.Ordinal);
    private long _length;

    /// <summary>The version it was read in; null when it is not held.</summary>
    public int? VersionOf(string number)
    {
        lock (_lock)
        {
            return _known.TryGetValue(number, out var known) ? known.Version : null;
        }
    }

    public void Put(string number, int version, IReadOnlyList<string> words)
    {
        var counts = words.CountBy(w => w, StringComparer.Ordinal).ToList();
        lock (_lock)
        {
            TakeOut(number);
            _known[number] = (_places.Count, version);
            foreach (var (word, count) in counts)
            {
                ref var places = ref CollectionsMarshal.GetValueRefOrAddDefault(_words, word, out _);
                (places ??= []).Add((_places.Count, count));
            }
            _places.Add((number, words.Count));
            _length += words.Count;
        }
    }

    /// <summary>Takes out all others.</summary>
    public void Keep(Func<string, bool> isKept)
    {
        lock (_lock)
        {
            foreach (var gone in _known.Keys.Where(n => !isKept(n)).ToList())
            {
                TakeOut(gone);
            }
        }
    }

    /// <param name="words">Each with how much it counts.</param>
    /// <param name="may">Which tickets may be found.</param>
    /// <returns>Their numbers, the most like it first.</returns>
    public IReadOnlyList<string> Find(IEnumerable<(string Word, double Weight)> words, int most, Func<string, bool> may)
    {
        lock (_lock)
        {
            var scores = new Dictionary<int, double>();
            var average = Math.Max(1.0, (double)_length / Math.Max(1, _known.Count));
            foreach (var (word, weight) in words)
            {
                foreach (var (place, count) in CollectionsMarshal.AsSpan(_words.GetValueOrDefault(word) ?? []))
                {
                    if (_places[place].Number is not null)
                    {
                        CollectionsMarshal.GetValueRefOrAddDefault(scores, place, out _) +=
                            weight * Rarity(word) * count * (K1 + 1) / (count + (K1 * (1 - B + (B * _places[place].Length / average))));
                    }
                }
            }
            var best = scores.Where(s => may(_places[s.Key].Number!)).OrderByDescending(s => s.Value).ThenByDescending(s => s.Key).Take(most).ToList();
            return [.. best.TakeWhile(s => s.Value >= Near * best[0].Value).Select(s => _places[s.Key].Number!)];
        }
    }

    private double Rarity(string word) => TermField.InverseDocumentFrequency(Math.Min(_words[word].Count, _known.Count), _known.Count);

    private void TakeOut(string number)
    {
        if (_known.Remove(number, out var known))
        {
            _length -= _places[known.Place].Length;
            _places[known.Place] = (null, 0);
        }
    }
}
