using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace MedtechBot.Benchmarks;

/// <summary>The product as a process of its own, on a free loopback port.</summary>
internal sealed class HostProcess : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private readonly Process _process;
    private readonly TaskCompletionSource<string> _link = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private HostProcess(Process process, HttpClient http, long started) => (_process, Http, StartedAt) = (process, http, started);

    public HttpClient Http { get; }

    /// <summary>The console's link into the desk.</summary>
    public Task<string> SignInLink => _link.Task.WaitAsync(Patience);

    /// <summary>The stopwatch's count just before the process was started.</summary>
    public long StartedAt { get; }

    /// <param name="postgres">A connection string; null for the file in the data directory.</param>
    /// <param name="environment">Its kind, Production unless another is named.</param>
    public static HostProcess Start(Repository repository, string dataDirectory, string? postgres = null, string? environment = null)
    {
        var address = new Uri($"http://127.0.0.1:{FreePort()}");
        var start = new ProcessStartInfo("dotnet", [repository.Host, "--urls", address.ToString()])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = repository.Root,
        };
        start.Environment["MedtechBot__DataDirectory"] = dataDirectory;
        start.Environment["MedtechBot__KnowledgeDirectory"] = repository.Knowledge;
        start.Environment["ConnectionStrings__MedtechBot"] = postgres ?? "";
        if (environment is not null)
        {
            start.Environment["ASPNETCORE_ENVIRONMENT"] = environment;
        }
        // A thousand turns in a row, and everybody of a load, come from one address here.
        start.Environment["MedtechBot__DirectLine__TokensPerMinute"] = "1000000";
        start.Environment["MedtechBot__DirectLine__ActivitiesPerMinute"] = "1000000";
        start.Environment["MedtechBot__Limits__TurnsPerMinute"] = "1000000";
        start.Environment["MedtechBot__Limits__TicketsPerHour"] = "1000000";
        start.Environment["MedtechBot__Limits__SignInsPerMinute"] = "1000000";
        var started = Stopwatch.GetTimestamp();
        var process = Process.Start(start)!;
        var host = new HostProcess(process, new HttpClient { BaseAddress = address }, started);
        process.OutputDataReceived += (_, line) => host.Read(line.Data);
        process.ErrorDataReceived += (_, line) => Console.Error.Write(line.Data is { Length: > 0 } text ? text + "\n" : "");
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return host;
    }

    private void Read(string? line)
    {
        if (line?.Contains("/desk/sign-in/", StringComparison.Ordinal) == true)
        {
            _link.TrySetResult(line[line.LastIndexOf("http", StringComparison.Ordinal)..]);
        }
    }

    public async Task WaitUntilHealthyAsync()
    {
        for (var began = Stopwatch.GetTimestamp(); ;)
        {
            try
            {
                using var answer = await Http.GetAsync("/health");
                if (answer.IsSuccessStatusCode)
                {
                    return;
                }
            }
            catch (HttpRequestException) when (!_process.HasExited && Stopwatch.GetElapsedTime(began) < Patience)
            {
            }
            // A refused connection costs this process, too, some of the processor that the start needs.
            await Task.Delay(20);
        }
    }

    /// <summary>What the build has not indexed is, and is stored some time after the start, for the next one.</summary>
    public static async Task WaitUntilStoredAsync(Repository repository, string dataDirectory)
    {
        for (var began = Stopwatch.GetTimestamp(); !repository.IsIndexed && !File.Exists(Path.Combine(dataDirectory, "index", "knowledge.index")) && Stopwatch.GetElapsedTime(began) < Patience;)
        {
            await Task.Delay(100);
        }
    }

    /// <summary>What the process has used of the processors; unlike time by the clock hardly touched by other work on the machine.</summary>
    public TimeSpan ProcessorTime
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    /// <summary>How long its threads together were ready and waited for a processor; zero where the system does not tell.</summary>
    public TimeSpan WaitedForProcessor
    {
        get
        {
            var threads = $"/proc/{_process.Id}/task";
            return !Directory.Exists(threads) ? TimeSpan.Zero : TimeSpan.FromMicroseconds(Directory.EnumerateDirectories(threads)
                .Select(t => Path.Combine(t, "schedstat")).Where(File.Exists)
                .Sum(f => long.Parse(File.ReadAllText(f).Split(' ')[1], CultureInfo.InvariantCulture) / 1000));
        }
    }

    /// <summary>Memory that is resident now, in MB; null where the system does not tell.</summary>
    public double? ResidentMegabytes(string field = "VmRSS")
    {
        var status = $"/proc/{_process.Id}/status";
        return File.Exists(status)
            ? File.ReadLines(status).Where(l => l.StartsWith(field + ":", StringComparison.Ordinal))
                .Select(l => double.Parse(l.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2], CultureInfo.InvariantCulture) / 1024)
                .First()
            : null;
    }

    public void Dispose()
    {
        Http.Dispose();
        if (!_process.HasExited)
        {
            _process.Kill();
            _process.WaitForExit();
        }
        _process.Dispose();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
