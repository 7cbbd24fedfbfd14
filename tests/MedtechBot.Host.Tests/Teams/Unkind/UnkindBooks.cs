using System.Collections.Concurrent;
using System.Globalization;

namespace MedtechBot.Host.Tests.Teams.Unkind;

/// <summary>What an unkind connector does to each try of each message, and what it did.</summary>
internal sealed class UnkindBooks(int seed)
{
    // Of a thousand tries so many are done wrong by; the rest are taken and said to be.
    private static readonly (int Of1000, ConnectorMood Mood)[] Moods =
    [
        (45, new(429, Takes: false, RetryAfter: "0")),
        (5, new(429, Takes: false, RetryAfter: "1")),
        (40, new(412, Takes: false)),
        (30, new(502, Takes: false)),
        (10, new(502, Takes: true)),
        (30, new(504, Takes: false)),
        (20, new(504, Takes: true)),
        (20, new(503, Takes: false)),
        (25, new(null, Takes: true, Silence: Silence.Reset)),
        (15, new(null, Takes: false, Silence: Silence.Reset)),
        (15, new(null, Takes: true, Silence: Silence.HalfClose)),
        (10, new(null, Takes: false, Silence: Silence.HalfClose)),
        (3, new(null, Takes: true, Silence: Silence.Hang)),
        (2, new(null, Takes: false, Silence: Silence.Hang)),
    ];

    private readonly ConcurrentDictionary<string, List<ConnectorMood>> _tries = new();
    private readonly ConcurrentDictionary<string, List<int>> _taken = new();

    public static string TextOf(int conversation, int message) => string.Create(CultureInfo.InvariantCulture, $"{conversation} {message}");

    /// <summary>Every try of every message, in order.</summary>
    public IReadOnlyCollection<IReadOnlyList<ConnectorMood>> Tries => [.. _tries.Values];

    /// <summary>The numbers of the messages that appeared in each conversation, in the order they did.</summary>
    public IReadOnlyDictionary<string, List<int>> Taken => _taken;

    /// <summary>Messages that appeared again.</summary>
    public int Repeats => _taken.Values.Sum(t => t.Count - t.Distinct().Count());

    /// <summary>Tries that an earlier one, of which nobody can know what became of it, may have made a repeat: what the product ought to count.</summary>
    public long PossibleRepeats => Tries.Sum(tries => tries.Skip(1).Where((mood, n) => tries.Take(n + 1).Any(t => t.LeavesOpen) && (mood.LeavesOpen || mood.Status < 300)).LongCount());

    public int Of(Func<ConnectorMood, bool> kind) => Tries.Sum(t => t.Count(kind));

    public ConnectorMood MoodFor(ConnectorCall call)
    {
        var text = (string)call.Body!["text"]!;
        var numbers = Array.ConvertAll(text.Split(' '), part => int.Parse(part, CultureInfo.InvariantCulture));
        var tries = _tries.GetOrAdd(text, _ => []);
        lock (tries)
        {
            var mood = Draw(new Random(HashCode(numbers[0], numbers[1], tries.Count)).Next(1000));
            tries.Add(mood);
            if (mood.Takes)
            {
                var taken = _taken.GetOrAdd(call.Target, _ => []);
                lock (taken)
                {
                    taken.Add(numbers[1]);
                }
            }
            return mood;
        }
    }

    private static ConnectorMood Draw(int drawn)
    {
        foreach (var (of1000, mood) in Moods)
        {
            if ((drawn -= of1000) < 0)
            {
                return mood;
            }
        }
        return ConnectorMood.Well;
    }

    private int HashCode(int conversation, int message, int attempt) => unchecked((((((seed * 31) + conversation) * 10_007) + message) * 101) + attempt);
}
