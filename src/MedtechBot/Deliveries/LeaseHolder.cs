using System.Diagnostics;
using System.Globalization;
using MedtechBot.Channels;

namespace MedtechBot.Deliveries;

/// <summary>
/// Who is sending a row: machine, process and a random word. A process on the same machine that is gone left its rows unfinished;
/// the next start need not wait for its leases to run out.
/// </summary>
internal static class LeaseHolder
{
    public const int Longest = 120;

    private const int LongestMachine = 60;

    private static readonly string ThisProcess = RandomId.Next();

    private static int _holders;

    private static string Machine { get; } = new([.. Environment.MachineName.Replace('/', '-').Take(LongestMachine)]);

    public static string New() =>
        string.Create(CultureInfo.InvariantCulture, $"{Machine}/{Environment.ProcessId}/{ThisProcess}/{Interlocked.Increment(ref _holders)}");

    /// <summary>True only where that is certain.</summary>
    public static bool IsGone(string holder)
    {
        if (holder.Split('/') is not [var machine, var process, var start, _] || machine != Machine
            || !int.TryParse(process, NumberStyles.None, CultureInfo.InvariantCulture, out var id))
        {
            return false;
        }
        // In a container every process has the same number.
        return id == Environment.ProcessId ? start != ThisProcess : !IsRunning(id);
    }

    private static bool IsRunning(int id)
    {
        try
        {
            using var process = Process.GetProcessById(id);
            return !process.HasExited;
        }
        catch (ArgumentException)
        {
            return false;
        }
        catch (Exception)
        {
            return true; // Not ours to look at; its lease will tell.
        }
    }
}
