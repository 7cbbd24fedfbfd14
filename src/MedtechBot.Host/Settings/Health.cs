using MedtechBot.Host.Vectors;
using MedtechBot.Knowledge;
using MedtechBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace MedtechBot.Host.Settings;

/// <summary>Tells a supervisor whether questions can be answered now.</summary>
public static class Health
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    public static void MapHealth(this IEndpointRouteBuilder app) => app.MapMethods("/health", ["GET", "HEAD"], CheckAsync);

    private static async Task<IResult> CheckAsync(
        HttpContext http, Func<KnowledgeSnapshot> knowledge, ServedVectors vectors, IDbContextFactory<MedtechBotContext> database, ILogger<MedtechBotOptions> logger)
    {
        http.Response.Headers.CacheControl = "no-store";
        if (knowledge().PassageCount == 0)
        {
            return Results.Text("knowledge: nothing to answer from", statusCode: StatusCodes.Status503ServiceUnavailable);
        }
        try
        {
            using var patience = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted);
            patience.CancelAfter(Patience);
            await using var context = await database.CreateDbContextAsync(patience.Token);
            // A read, since a connection alone opens on any file.
            await context.Set<Channels.ConversationRow>().AnyAsync(patience.Token);
        }
        catch (Exception failure) when (!http.RequestAborted.IsCancellationRequested)
        {
            logger.LogWarning("The database cannot be read: {Failure}", failure.GetType().Name);
            return Results.Text("database: cannot be read", statusCode: StatusCodes.Status503ServiceUnavailable);
        }
        // Without vectors the search goes on by its words: that is no reason to restart anything.
        return Results.Text(vectors.State is { } state ? "ok\n" + state : "ok");
    }
}
