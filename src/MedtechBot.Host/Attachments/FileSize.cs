using System.Globalization;

namespace MedtechBot.Host.Attachments;

/// <summary>How large a file is, for people.</summary>
internal static class FileSize
{
    private const long Kilobyte = 1024;
    private const long Megabyte = 1024 * 1024;

    public static string Of(long bytes) => bytes < Megabyte
        ? string.Create(CultureInfo.InvariantCulture, $"{(bytes + Kilobyte - 1) / Kilobyte} KB")
        : string.Create(CultureInfo.InvariantCulture, $"{(double)bytes / Megabyte:0.0} MB");
}
