using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace MedtechBot.Host.Tests.Crash;

/// <summary>The built executable as a process of its own, which is killed and started again over the same data.</summary>
internal sealed class HostToKill(string folder, IReadOnlyDictionary<string, string> settings) : IDisposable
{
    // What never gets ready is wrong; how long it takes is measured and says more about the machine than about the product.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(20);

    private static readonly string Executable = Path.Combine(
        CrashReport.RepositoryRoot, "src", "MedtechBot.Host", "bin", CrashReport.Configuration, "net10.0", "MedtechBot.Host.dll");

    private readonly HttpClient _http = new();
    private Process? _process;
    private long _startedAt;

    /// <summary>Another one after each start, so that nobody else can have taken it meanwhile.</summary>
    public Uri Address { get; private set; } = new("http://127.0.0.1:9");

    /// <summary>Warnings and errors of all its lives.</summary>
    public ConcurrentQueue<string> Log { get; } = new();

    public void Start()
    {
        Address = new Uri($"http://127.0.0.1:{FreePort()}");
        var start = new ProcessStartInfo("dotnet", [Executable, "--urls", Address.ToString()])
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
            catch (HttpRequestException) when (!_process!.HasExited)
            {
                // Not there yet.
            }
            Assert.True(Stopwatch.GetElapsedTime(_startedAt) < Patience, "The product does not get ready:\n" + string.Join('\n', Log));
            await Task.Delay(BetweenLooks);
        }
    }

    /// <summary>SIGKILL: nothing of it gets to do anything any more.</summary>
    public void Kill()
    {
        _process!.Kill();
        _process.WaitForExit();
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
        if (line is not null && (line.StartsWith("warn:", StringComparison.Ordinal) || line.StartsWith("fail:", StringComparison.Ordinal) || line.StartsWith("crit:", StringComparison.Ordinal)))
        {
            Log.Enqueue(line);
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}

/// <param name="Took">From the start of the process to the first answer of its health check.</param>
/// <param name="Processor">What it used of the processors, on all threads; hardly touched by other work on the machine.</param>
internal sealed record HostStart(TimeSpan Took, TimeSpan Processor);
