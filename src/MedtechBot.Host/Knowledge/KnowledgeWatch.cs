using MedtechBot.Knowledge;

namespace MedtechBot.Host.Knowledge;

/// <summary>Reads the knowledge before the server takes requests, then watches it and says in the log what is wrong with it.</summary>
internal sealed partial class KnowledgeWatch(KnowledgeIndex index, ILogger<KnowledgeWatch> logger) : IHostedService, IDisposable
{
    private KnowledgeWatcher? _watcher;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        Report(index.LastProblems);
        Serving(index.Current.Documents.Count, index.Current.PassageCount);
        index.Reloaded += OnReloaded;
        _watcher = new KnowledgeWatcher(index);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        Dispose();
        return Task.CompletedTask;
    }

    public void Dispose()
    {
        _watcher?.Dispose();
        index.Reloaded -= OnReloaded;
    }

    private void OnReloaded(IReadOnlyList<KnowledgeProblem> problems, bool served)
    {
        Report(problems);
        if (served)
        {
            Serving(index.Current.Documents.Count, index.Current.PassageCount);
        }
        else
        {
            Kept();
        }
    }

    // Warnings are for `knowledge lint`; here they would bury what keeps a file from being served.
    private void Report(IReadOnlyList<KnowledgeProblem> problems)
    {
        foreach (var problem in problems.Where(p => p.Severity == ProblemSeverity.Error))
        {
            Broken(problem);
        }
    }

    [LoggerMessage(LogLevel.Information, "Knowledge: {Documents} documents, {Passages} passages")]
    private partial void Serving(int documents, int passages);

    [LoggerMessage(LogLevel.Error, "Knowledge: {Problem}")]
    private partial void Broken(KnowledgeProblem problem);

    [LoggerMessage(LogLevel.Error, "Knowledge: the changed files are not served until this is mended; the last good state goes on")]
    private partial void Kept();
}
