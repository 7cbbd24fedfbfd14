using MedtechBot.Knowledge;

namespace MedtechBot.Host.Knowledge;

/// <summary>Reads the knowledge before the server takes requests, then watches it and says in the log what is wrong with it.</summary>
internal sealed partial class KnowledgeWatch(Task<KnowledgeIndex> loading, ILogger<KnowledgeWatch> logger) : IHostedService, IDisposable
{
    private KnowledgeIndex? _index;
    private KnowledgeWatcher? _watcher;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        _index = await loading.WaitAsync(cancellationToken);
        Report(_index.LastProblems);
        Serving(_index.Current);
        _index.Reloaded += OnReloaded;
        _watcher = new KnowledgeWatcher(_index);
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        Dispose();
        return Task.CompletedTask;
    }

    public void Dispose()
    {
        _watcher?.Dispose();
        _index?.Reloaded -= OnReloaded;
    }

    private void OnReloaded(IReadOnlyList<KnowledgeProblem> problems, bool served)
    {
        Report(problems);
        if (served)
        {
            Serving(_index!.Current);
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

    private void Serving(KnowledgeSnapshot knowledge) => Serving(knowledge.Documents.Count, knowledge.PassageCount);

    [LoggerMessage(LogLevel.Information, "Knowledge: {Documents} documents, {Passages} passages")]
    private partial void Serving(int documents, int passages);

    [LoggerMessage(LogLevel.Error, "Knowledge: {Problem}")]
    private partial void Broken(KnowledgeProblem problem);

    [LoggerMessage(LogLevel.Error, "Knowledge: the changed files are not served until this is mended; the last good state goes on")]
    private partial void Kept();
}
