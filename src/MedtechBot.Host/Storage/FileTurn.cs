namespace MedtechBot.Host.Storage;

/// <summary>One process at a time on this machine. An open file is let go by the system, however the process ends.</summary>
internal static class FileTurn
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan BetweenTries = TimeSpan.FromMilliseconds(50);

    /// <returns>The turn, which ends when it is disposed.</returns>
    public static async Task<IAsyncDisposable> WaitAsync(string file, CancellationToken cancellation)
    {
        var until = DateTime.UtcNow + Patience;
        while (true)
        {
            try
            {
                return new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
            }
            catch (Exception taken) when (taken is IOException or UnauthorizedAccessException && DateTime.UtcNow < until)
            {
                await Task.Delay(BetweenTries, cancellation);
            }
        }
    }
}
