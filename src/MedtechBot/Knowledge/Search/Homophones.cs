using System.Text;

namespace MedtechBot.Knowledge.Search;

/// <summary>
/// Kanji that a wrong conversion takes for each other. JIS X 0208 lists its common kanji (level 1, rows 16 to 47) in the order of their
/// readings, so that those that sound alike stand close together.
/// </summary>
internal static class Homophones
{
    private const int Near = 70;
    private const int RowLength = 94;

    private static readonly Encoding Jis = CodePagesEncodingProvider.Instance.GetEncoding(51932)!;

    public static bool AreLikely(char one, char other) =>
        Place(one) is { } first && Place(other) is { } second && Math.Abs(first - second) <= Near;

    /// <summary>Not among the common kanji, and so the less likely of two that look alike.</summary>
    public static bool IsRare(char kanji) => Place(kanji) is null;

    private static int? Place(char kanji)
    {
        Span<byte> bytes = stackalloc byte[4];
        return Jis.GetBytes([kanji], bytes) == 2 && bytes[0] is >= 0xB0 and <= 0xCF ? (bytes[0] - 0xB0) * RowLength + bytes[1] - 0xA1 : null;
    }
}
