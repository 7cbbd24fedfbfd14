using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace MedtechBot.Importing;

/// <summary>Runs poppler's pdftotext, without a shell and within limits.</summary>
internal static class PdfToText
{
    private const int MostComplaint = 4_000;

    /// <returns>The full path, or null when it is not installed. Only whole paths of PATH count: never the current folder.</returns>
    public static string? Find(string? searchPath) => (searchPath ?? "").Split(Path.PathSeparator)
        .Where(Path.IsPathFullyQualified)
        .Select(folder => Path.Combine(folder, OperatingSystem.IsWindows() ? "pdftotext.exe" : "pdftotext"))
        .FirstOrDefault(File.Exists);

    /// <summary>Hands on the words of a PDF with their places (-bbox-layout), line by line, while they come.</summary>
    public static T Read<T>(string program, SourceFile file, ImportLimits limits, Func<TextReader, T> read)
    {
        var start = new ProcessStartInfo(program, ["-bbox-layout", "-enc", "UTF-8", file.Path, "-"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardErrorEncoding = Encoding.UTF8,
        };
        using var process = Start(start);
        var stopped = "";
        using var watch = new Timer(_ => stopped = StopIfTooMuch(process, limits) ?? stopped, null, TimeSpan.FromMilliseconds(200), TimeSpan.FromMilliseconds(200));
        try
        {
            process.StandardInput.Close();
            var complaint = Task.Run(() => Head(process.StandardError));
            using var output = new CountedStream(process.StandardOutput.BaseStream, limits.PdfOutput,
                () => new ImportRefusedException($"{file.Name} holds more text than can be taken in: import it in parts."));
            using var reader = new StreamReader(output, Encoding.UTF8);
            var result = read(reader);
            process.WaitForExit();
            return stopped.Length > 0 ? throw new ImportRefusedException($"{file.Name} {stopped}: import it in parts.")
                : process.ExitCode != 0 ? throw Refused(process.ExitCode, complaint.Result, file.Name)
                : result;
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill();
            }
        }
    }

    private static Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception failure)
        {
            throw new ImportRefusedException($"{start.FileName} cannot be run: install poppler-utils again.", failure);
        }
    }

    private static string? StopIfTooMuch(Process process, ImportLimits limits)
    {
        try
        {
            process.Refresh();
            if (process.HasExited)
            {
                return null;
            }
            var reason = DateTime.Now - process.StartTime > limits.Time ? $"takes pdftotext longer than {limits.Time.TotalSeconds:N0} seconds"
                : process.WorkingSet64 > limits.Memory ? $"takes pdftotext more than {limits.Memory / 1_000_000:N0} MB of memory"
                : null;
            if (reason is not null)
            {
                process.Kill();
            }
            return reason;
        }
        // It ended while it was looked at.
        catch (Exception gone) when (gone is InvalidOperationException or Win32Exception or NotSupportedException)
        {
            return null;
        }
    }

    // What is not kept is still read, or pdftotext would wait for somebody to do so.
    private static string Head(StreamReader reader)
    {
        var head = new StringBuilder();
        var buffer = new char[4096];
        for (int read; (read = reader.Read(buffer, 0, buffer.Length)) > 0;)
        {
            head.Append(buffer, 0, Math.Min(read, MostComplaint - head.Length));
        }
        return head.ToString();
    }

    private static ImportRefusedException Refused(int code, string complaint, string name) =>
        complaint.Contains("password", StringComparison.OrdinalIgnoreCase) || complaint.Contains("encrypt", StringComparison.OrdinalIgnoreCase)
            ? new($"{name} is protected by a password: save a copy without it and import that.")
        : code == 3 ? new($"{name} does not allow its text to be copied: ask its publisher for a copy that does.")
        : new($"{name} is broken or no PDF: open it in a reader and print it to a new PDF.");
}
