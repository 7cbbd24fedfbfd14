using MedtechBot.Knowledge.Search;

namespace MedtechBot.Benchmarks;

/// <summary>Start, memory and turns with one folder of knowledge.</summary>
internal static class Product
{
    private const int MostQuestions = 3_000;

    /// <param name="with">What the report's rows begin with.</param>
    public static async Task MeasureAsync(Report report, Repository repository, string with)
    {
        var questions = Questions(repository);
        StartTime.Measure(report, repository, questions[0], with);
        await ResidentMemory.MeasureAsync(report, repository, questions, with);
        await TurnTime.MeasureAsync(report, repository, questions, with);
    }

    /// <summary>Headings and other ways to ask, from all over the knowledge.</summary>
    public static string[] Questions(Repository repository)
    {
        var passages = SearchSetup.OpenIndex(repository.Knowledge).Current.Documents.SelectMany(d => d.Passages);
        string[] all = [.. passages.SelectMany(p => p.Asks.Prepend(p.Heading)).Distinct()];
        var step = Math.Max(1.0, (double)all.Length / MostQuestions);
        return [.. Enumerable.Range(0, Math.Min(all.Length, MostQuestions)).Select(i => all[(int)(i * step)])];
    }
}
