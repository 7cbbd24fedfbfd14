using System.Collections.Concurrent;
using MedtechBot.People;

namespace MedtechBot.Host.People;

/// <summary>
/// Notes who listed and searched tickets, since lists show what tickets begin with; never the words. A page that keeps itself up to date,
/// and a program that asks every minute, are noted once in a while.
/// </summary>
internal sealed class ListAudit(AuditLog audit, TimeProvider time)
{
    private static readonly TimeSpan Once = TimeSpan.FromMinutes(10);
    private const int ManyKept = 10_000;

    private readonly ConcurrentDictionary<string, DateTimeOffset> _noted = new();

    public static async ValueTask<object?> NoteAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var result = await next(context);
        var http = context.HttpContext;
        if (((result as IStatusCodeHttpResult)?.StatusCode ?? StatusCodes.Status200OK) < StatusCodes.Status400BadRequest)
        {
            await http.RequestServices.GetRequiredService<ListAudit>().NoteAsync(SignedIn.Of(http), http.Request);
        }
        return result;
    }

    private Task NoteAsync(Person person, HttpRequest request)
    {
        var now = time.GetUtcNow();
        var key = Secret.Hash($"{person.Id} {request.Path} {request.QueryString}");
        if (_noted.TryGetValue(key, out var last) && now - last < Once)
        {
            return Task.CompletedTask;
        }
        _noted[key] = now;
        if (_noted.Count > ManyKept)
        {
            foreach (var (old, _) in _noted.Where(n => now - n.Value >= Once))
            {
                _noted.TryRemove(old, out _);
            }
        }
        var action = string.IsNullOrWhiteSpace(request.Query["q"]) ? AuditActions.Listed : AuditActions.Searched;
        return audit.AddAsync(new AuditEntry(person, action), CancellationToken.None);
    }
}
