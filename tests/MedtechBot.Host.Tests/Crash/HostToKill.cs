using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;

namespace MedtechBot.Host.Tests.Crash;

/// <summary>The built executable as a process of its own, which is killed and started again over the same data.</summary>
internal sealed class HostToKill(string folder, IReadOnlyDictionary<string, string> settings) : IDisposable
{
    // What never gets ready is wrong; how long it takes is measured and says more about the machine than about the product.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(20);

    private static readonly string Executable = Path.Combine(
        CrashReport.RepositoryRoot, "src", "MedtechBot.Host", "bin", CrashReport.Configuration, "net10.0", "MedtechBot.Host.dll");

    private const string Listening = "Now listening on: ";
    private static readonly string[] Kept = ["warn:", "fail:", "crit:"];
    private static readonly Uri Nowhere = new("http://127.0.0.1:9");

    private readonly HttpClient _http = new();
    private Process? _process;
    private long _startedAt;

    /// <summary>Where it listens, another place after each start; where nobody does while it is dead or not there yet.</summary>
    public Uri Address { get; private set; } = Nowhere;

    /// <summary>Warnings and errors of all its lives.</summary>
    public ConcurrentQueue<string> Log { get; } = new();

    public void Start()
    {
        var start = new ProcessStartInfo("dotnet", [Executable, "--urls", "http://127.0.0.1:0"])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in settings)
        {
            start.Environment[name] = value;
        }
        _startedAt = Stopwatch.GetTimestamp();
        _process = Process.Start(start)!;
        _process.OutputDataReceived += (_, line) => Keep(line.Data);
        _process.ErrorDataReceived += (_, line) => Keep(line.Data);
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    public async Task<HostStart> WaitUntilReadyAsync()
    {
        while (true)
        {
            try
            {
                using var answer = await _http.GetAsync(new Uri(Address, "/health"));
                if (answer.StatusCode == HttpStatusCode.OK)
                {
                    var took = Stopwatch.GetElapsedTime(_startedAt);
                    _process!.Refresh();
                    return new HostStart(took, _process.TotalProcessorTime);
                }
            }
            catch (HttpRequestException)
            {
                // Not there yet.
            }
            Assert.False(_process!.HasExited, "The product ended by itself:\n" + string.Join('\n', Log));
            Assert.True(Stopwatch.GetElapsedTime(_startedAt) < Patience, "The product does not get ready:\n" + string.Join('\n', Log));
            await Task.Delay(BetweenLooks);
        }
    }

    /// <summary>SIGKILL: nothing of it gets to do anything any more.</summary>
    public void Kill()
    {
        _process!.Kill();
        _process.WaitForExit();
        Address = Nowhere;
        _process.Dispose();
        _process = null;
    }

    public void Dispose()
    {
        if (_process is not null)
        {
            Kill();
        }
        _http.Dispose();
    }

    private void Keep(string? line)
    {
        if (line?.IndexOf(Listening, StringComparison.Ordinal) is >= 0 and var place)
        {
            Address = new Uri(line[(place + Listening.Length)..].Trim());
        }
        else if (line is not null && Kept.Any(level => line.StartsWith(level, StringComparison.Ordinal)))
        {
            Log.Enqueue(line);
        }
    }
}

/// <param name="Took">From the start of the process to the first answer of its health check.</param>
/// <param name="Processor">What it used of the processors, on all threads; hardly touched by other work on the machine.</param>
internal sealed record HostStart(TimeSpan Took, TimeSpan Processor);
