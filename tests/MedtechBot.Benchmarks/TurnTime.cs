using System.Diagnostics;
using MedtechBot.Knowledge.Search;
using MedtechBot.Turns;

namespace MedtechBot.Benchmarks;

/// <summary>A turn without a model and without a channel: understanding, searching, composing.</summary>
internal static class TurnTime
{
    public static async Task MeasureAsync(Report report, Repository repository, string[] questions, string with)
    {
        var knowledge = SearchSetup.OpenIndex(repository.Knowledge).Current;
        var turns = new TurnHandler(() => knowledge);
        var times = new Times();
        string[] warmUp = [.. Enumerable.Range(0, 300).Select(i => questions[i % questions.Length])];
        foreach (var question in warmUp)
        {
            await turns.HandleAsync(new Turn(question, []));
        }
        foreach (var question in questions)
        {
            var started = Stopwatch.GetTimestamp();
            await turns.HandleAsync(new Turn(question, []));
            times.Add(Stopwatch.GetElapsedTime(started));
        }
        report.Add(with + $"A turn without a model, in process ({knowledge.PassageCount} passages)", times.ToString(), "median < 10 ms", times.Median < 10);
    }
}
