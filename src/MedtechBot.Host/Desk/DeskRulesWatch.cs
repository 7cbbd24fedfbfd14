using MedtechBot.Consultations;
using MedtechBot.Knowledge;

namespace MedtechBot.Host.Desk;

/// <summary>Has the desk's rules read again with the knowledge, and says in the log what is wrong with them.</summary>
internal sealed partial class DeskRulesWatch(Task<KnowledgeIndex> loading, DeskRulesInUse rules, ILogger<DeskRulesWatch> logger) : IHostedService
{
    private KnowledgeIndex? _index;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        Report();
        _index = await loading.WaitAsync(cancellationToken);
        _index.Reloaded += OnReloaded;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        _index?.Reloaded -= OnReloaded;
        return Task.CompletedTask;
    }

    private void OnReloaded(IReadOnlyList<KnowledgeProblem> problems, bool served)
    {
        rules.Reload();
        Report();
    }

    private void Report()
    {
        foreach (var problem in rules.LastProblems)
        {
            if (problem.Severity == ProblemSeverity.Error)
            {
                Broken(problem);
            }
            else
            {
                Doubtful(problem);
            }
        }
    }

    [LoggerMessage(LogLevel.Error, "Desk rules: {Problem}; what was last good goes on counting")]
    private partial void Broken(KnowledgeProblem problem);

    [LoggerMessage(LogLevel.Warning, "Desk rules: {Problem}")]
    private partial void Doubtful(KnowledgeProblem problem);
}
