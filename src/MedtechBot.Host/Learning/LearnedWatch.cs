using System.Data.Common;
using MedtechBot.Knowledge;
using MedtechBot.LearningFromUse;

namespace MedtechBot.Host.Learning;

/// <summary>Has the search go by what was learned: at once in this process, within seconds in another one over the same database.</summary>
internal sealed partial class LearnedWatch(ReadLearned learned, Task<KnowledgeIndex> knowledge, LearnedSignal signal, TimeProvider time, ILogger<LearnedWatch> logger) : BackgroundService
{
    private static readonly TimeSpan LookAnyway = TimeSpan.FromSeconds(15);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        LearnedState? seen = null;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                // Asked before it is read: what comes in between is read again.
                var now = await learned.StateAsync(stoppingToken);
                if (now != seen)
                {
                    var index = await knowledge.WaitAsync(stoppingToken);
                    index.Learn(await learned.ReadAsync(stoppingToken));
                    seen = now;
                }
                await signal.WaitAsync(LookAnyway, time, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception failure) when (failure is DbException or InvalidOperationException)
            {
                Failed(failure.GetType().Name);
                await Task.Delay(LookAnyway, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    [LoggerMessage(LogLevel.Warning, "What was learned from use could not be read ({Failure}); the search goes on with what it knows")]
    private partial void Failed(string failure);
}
