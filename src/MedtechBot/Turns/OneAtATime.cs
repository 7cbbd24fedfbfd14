namespace MedtechBot.Turns;

/// <summary>Runs work of the same key in the order it came, one at a time; different keys do not wait for each other.</summary>
internal sealed class OneAtATime
{
    private readonly Dictionary<string, (Task Last, int Waiting)> _queues = new(StringComparer.Ordinal);
    private readonly Lock _lock = new();

    /// <summary>Null when so many are waiting already.</summary>
    public Task<T>? TryRun<T>(string key, int limit, Func<Task<T>> work)
    {
        lock (_lock)
        {
            var (last, waiting) = _queues.GetValueOrDefault(key, (Task.CompletedTask, 0));
            if (waiting >= limit)
            {
                return null;
            }
            var mine = RunAfterAsync(last, key, work);
            _queues[key] = (mine, waiting + 1);
            return mine;
        }
    }

    /// <summary>Completes when everything that was waiting is done.</summary>
    public Task DrainAsync()
    {
        lock (_lock)
        {
            return Task.WhenAll(_queues.Values.Select(q => q.Last)).ContinueWith(_ => { }, TaskScheduler.Default);
        }
    }

    private async Task<T> RunAfterAsync<T>(Task before, string key, Func<Task<T>> work)
    {
        await Task.Yield(); // leaves the caller's lock before anything runs
        await before.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        try
        {
            return await work();
        }
        finally
        {
            lock (_lock)
            {
                var (last, waiting) = _queues[key];
                if (waiting == 1)
                {
                    _queues.Remove(key);
                }
                else
                {
                    _queues[key] = (last, waiting - 1);
                }
            }
        }
    }
}
