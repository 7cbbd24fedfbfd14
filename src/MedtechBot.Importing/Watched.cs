using System.Diagnostics;
using System.Runtime.ExceptionServices;

namespace MedtechBot.Importing;

/// <summary>
/// Runs the parsers of others over files of others within limits of time and memory. A parser that does not look at its token cannot be
/// stopped from outside: its thread is left behind and ends with the process, which has nothing else to do after a refusal.
/// </summary>
internal static class Watched
{
    private const int Stack = 64 * 1024 * 1024;
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(50);

    public static T Run<T>(Func<CancellationToken, T> work, string name, ImportLimits limits)
    {
        using var stop = new CancellationTokenSource();
        var token = stop.Token;
        T? result = default;
        ExceptionDispatchInfo? failure = null;
        var thread = new Thread(() =>
        {
            try
            {
                result = work(token);
            }
            catch (Exception thrown)
            {
                failure = ExceptionDispatchInfo.Capture(thrown);
            }
        }, Stack)
        { IsBackground = true, Name = "import" };
        var started = Stopwatch.GetTimestamp();
        thread.Start();
        while (!thread.Join(Look))
        {
            if (Stopwatch.GetElapsedTime(started) > limits.Time)
            {
                stop.Cancel();
                throw new ImportRefusedException($"{name} takes longer than {limits.Time.TotalSeconds:N0} seconds to take apart: simplify it, or import it in parts.");
            }
            if (GC.GetTotalMemory(forceFullCollection: false) > limits.Memory)
            {
                stop.Cancel();
                throw new ImportRefusedException($"{name} takes more than {limits.Memory / 1_000_000:N0} MB of memory to take apart: simplify it, or import it in parts.");
            }
        }
        failure?.Throw();
        return result!;
    }
}
