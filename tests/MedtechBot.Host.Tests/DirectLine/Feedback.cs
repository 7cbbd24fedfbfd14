using MedtechBot.Storage;
using MedtechBot.Turns;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace MedtechBot.Host.Tests.DirectLine;

internal static class Feedback
{
    /// <summary>How many thumbs are kept for the turn that an action's id names.</summary>
    public static int Count(ProductHost host, string actionId)
    {
        var turnId = actionId.Split(':')[^2];
        using var context = host.Services.GetRequiredService<IDbContextFactory<MedtechBotContext>>().CreateDbContext();
        return context.Set<FeedbackRow>().Count(f => f.TurnId == turnId);
    }
}
