using MedtechBot.Knowledge.Reading;

namespace MedtechBot.Knowledge;

/// <summary>
/// Reloads the index when its folder changes. The system's notices make it quick; looking now and then catches what they miss
/// (network drives, mounted volumes). Reloads wait until the files have come to rest and never run side by side.
/// </summary>
public sealed class KnowledgeWatcher : IDisposable
{
    private readonly KnowledgeIndex _index;
    private readonly TimeSpan _look;
    private readonly TimeSpan _rest;
    private readonly CancellationTokenSource _stop = new();
    private readonly SemaphoreSlim _noticed = new(0, 1);
    private readonly FileSystemWatcher? _notices;
    private readonly Task _watching;

    /// <param name="look">How often the folder is looked at without a notice; 2 s unless given.</param>
    /// <param name="rest">How long files must stay unchanged before they are read; 300 ms unless given.</param>
    /// <param name="useNotices">False leaves it at looking.</param>
    public KnowledgeWatcher(KnowledgeIndex index, TimeSpan? look = null, TimeSpan? rest = null, bool useNotices = true)
    {
        _index = index;
        _look = look ?? TimeSpan.FromSeconds(2);
        _rest = rest ?? TimeSpan.FromMilliseconds(300);
        _notices = useNotices ? Listen(index.Folder) : null;
        _watching = Task.Run(WatchAsync);
    }

    /// <summary>Stops watching; a reload that runs is finished first.</summary>
    public void Dispose()
    {
        if (_stop.IsCancellationRequested)
        {
            return;
        }
        _stop.Cancel();
        _notices?.Dispose();
        _watching.GetAwaiter().GetResult();
        _stop.Dispose();
        _noticed.Dispose();
    }

    private async Task WatchAsync()
    {
        try
        {
            while (true)
            {
                await _noticed.WaitAsync(_look, _stop.Token).ConfigureAwait(false);
                var now = KnowledgeFingerprint.Of(_index.Folder);
                if (now == _index.LoadedFingerprint)
                {
                    continue;
                }
                for (var before = ""; before != now; now = KnowledgeFingerprint.Of(_index.Folder))
                {
                    before = now;
                    await Task.Delay(_rest, _stop.Token).ConfigureAwait(false);
                }
                _index.Reload();
            }
        }
        catch (OperationCanceledException)
        {
        }
    }

    private FileSystemWatcher? Listen(string folder)
    {
        try
        {
            var watcher = new FileSystemWatcher(folder) { IncludeSubdirectories = true };
            watcher.Changed += Notice;
            watcher.Created += Notice;
            watcher.Deleted += Notice;
            watcher.Renamed += Notice;
            watcher.EnableRaisingEvents = true;
            return watcher;
        }
        // No such folder yet, or the system has no notices left to give: looking will do.
        catch (Exception failure) when (failure is ArgumentException or IOException or PlatformNotSupportedException)
        {
            return null;
        }
    }

    private void Notice(object sender, FileSystemEventArgs change)
    {
        try
        {
            _noticed.Release();
        }
        // One notice is enough until it is heard, and none is needed after the end.
        catch (Exception failure) when (failure is SemaphoreFullException or ObjectDisposedException)
        {
        }
    }
}
