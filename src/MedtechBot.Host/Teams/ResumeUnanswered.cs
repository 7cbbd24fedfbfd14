using MedtechBot.Channels;
using MedtechBot.Turns;

namespace MedtechBot.Host.Teams;

/// <summary>At the start: what was acknowledged and not answered, because the process ended, is answered now. Nobody sends it again.</summary>
internal sealed class ResumeUnanswered(UnansweredMessages unanswered, ConversationTurns turns, ILogger<ResumeUnanswered> logger) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var left = await unanswered.FindAsync(ChannelNames.Teams, cancellationToken);
        foreach (var (conversation, message) in left)
        {
            // Its own turn comes before anything that is sent from now on.
            _ = turns.ResumeAsync(conversation, message);
        }
        if (left.Count > 0)
        {
            logger.LogInformation("{Count} messages from Teams that were left unanswered are answered now", left.Count);
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
