using System.Globalization;

namespace MedtechBot.Host.DirectLine;

/// <summary>How much of a conversation a client has: the number of activities from the start. Nothing and "-" mean none.</summary>
internal static class Watermark
{
    /// <param name="afterSequence">The last sequence number the client has, -1 for none.</param>
    public static bool TryRead(string? watermark, out int afterSequence)
    {
        afterSequence = -1;
        if (string.IsNullOrEmpty(watermark) || watermark == "-")
        {
            return true;
        }
        if (!int.TryParse(watermark, NumberStyles.None, CultureInfo.InvariantCulture, out var count))
        {
            return false;
        }
        afterSequence = count - 1;
        return true;
    }

    public static string Write(int lastSequence) => (lastSequence + 1).ToString(CultureInfo.InvariantCulture);
}
