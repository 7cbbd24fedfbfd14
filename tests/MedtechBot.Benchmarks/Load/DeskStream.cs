using System.Globalization;
using System.Net.ServerSentEvents;

namespace MedtechBot.Benchmarks.Load;

/// <summary>The stream of changes that every open page of the desk follows.</summary>
internal sealed class DeskStream : IAsyncDisposable
{
    private readonly CancellationTokenSource _end = new();
    private readonly HashSet<(string, int)> _heard = [];
    private readonly Tally _tally;
    private readonly Action<string, int> _changed;
    private readonly Task _reading;

    private DeskStream(Stream stream, Tally tally, Action<string, int> changed)
    {
        (_tally, _changed) = (tally, changed);
        _reading = ReadAsync(stream);
    }

    /// <param name="changed">Told each ticket and its version.</param>
    public static async Task<DeskStream> OpenAsync(DeskBrowser browser, Tally tally, Action<string, int> changed) =>
        new(await browser.FollowAsync(CancellationToken.None), tally, changed);

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _reading;
        _end.Dispose();
    }

    private async Task ReadAsync(Stream stream)
    {
        try
        {
            await using var closed = stream;
            await foreach (var item in SseParser.Create(stream).EnumerateAsync(_end.Token))
            {
                if (item.EventType == "ticket" && item.Data.Split(' ') is [var number, var version])
                {
                    Hear(number, int.Parse(version, CultureInfo.InvariantCulture));
                }
            }
            _tally.Answered("desk: stream of changes", "ended by the product");
        }
        catch (OperationCanceledException)
        {
            // The page was left.
        }
        catch (IOException) when (_end.IsCancellationRequested)
        {
        }
        catch (IOException)
        {
            _tally.Fail("desk: stream of changes broke");
        }
    }

    private void Hear(string number, int version)
    {
        if (!_heard.Add((number, version)))
        {
            _tally.Fail("desk: the same change twice on one stream");
        }
        _changed(number, version);
    }
}
