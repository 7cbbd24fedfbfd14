using System.Collections.Concurrent;
using System.Diagnostics;

namespace MedtechBot.Benchmarks.Load;

/// <summary>What was asked of the product and how it answered, by kind. Times and answers count only while <see cref="IsMeasuring"/>; errors always.</summary>
internal sealed class Tally
{
    private readonly ConcurrentDictionary<string, ConcurrentQueue<TimeSpan>> _times = new();
    private readonly ConcurrentDictionary<(string Kind, string Status), int> _answers = new();
    private readonly ConcurrentDictionary<string, int> _wrong = new();

    public volatile bool IsMeasuring;

    public IEnumerable<(string Kind, string Status, int Count)> Answers => _answers.Select(a => (a.Key.Kind, a.Key.Status, a.Value)).Order();

    /// <summary>What must not happen, with how often it did.</summary>
    public IReadOnlyDictionary<string, int> Wrong => _wrong;

    public void Took(string kind, long started)
    {
        if (IsMeasuring)
        {
            _times.GetOrAdd(kind, _ => []).Enqueue(Stopwatch.GetElapsedTime(started));
        }
    }

    /// <param name="status">A status code, or a word for what else became of it.</param>
    public void Answered(string kind, string status)
    {
        if (IsMeasuring)
        {
            _answers.AddOrUpdate((kind, status), 1, (_, count) => count + 1);
        }
    }

    public void Fail(string what) => _wrong.AddOrUpdate(what, 1, (_, count) => count + 1);

    public Times TimesOf(params IEnumerable<string> kinds)
    {
        var times = new Times();
        foreach (var time in kinds.SelectMany(k => _times.GetValueOrDefault(k) ?? []))
        {
            times.Add(time);
        }
        return times;
    }
}
