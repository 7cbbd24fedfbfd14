using System.Globalization;

namespace MedtechBot.Japanese.Text;

/// <summary>
/// NFKC as data. The platform's own normalisation does nothing when the program runs with
/// InvariantGlobalization, and it could not tell which characters became which.
/// </summary>
internal static class NfkcTable
{
    private static readonly Dictionary<int, string> Mappings = [];
    private static readonly Dictionary<(char Base, char Mark), char> Compositions = [];

    // Asked for every character, and hardly ever true.
    private static readonly ulong[] IsMapped = new ulong[(char.MaxValue + 1) / 64];
    private static readonly ulong[] IsMark = new ulong[(char.MaxValue + 1) / 64];

    static NfkcTable()
    {
        using var stream = typeof(NfkcTable).Assembly.GetManifestResourceStream("nfkc.txt")!;
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { Length: > 0 } line)
        {
            var codes = Array.ConvertAll(line.TrimStart('+').Split(' '), code => int.Parse(code, NumberStyles.HexNumber, CultureInfo.InvariantCulture));
            if (line[0] != '+')
            {
                Mappings.Add(codes[0], string.Concat(codes.Skip(1).Select(char.ConvertFromUtf32)));
                if (codes[0] <= char.MaxValue)
                {
                    IsMapped[codes[0] / 64] |= 1UL << (codes[0] % 64);
                }
            }
            else if (codes.All(code => code <= char.MaxValue))
            {
                Compositions.Add(((char)codes[0], (char)codes[1]), (char)codes[2]);
                IsMark[codes[1] / 64] |= 1UL << (codes[1] % 64);
            }
        }
    }

    /// <summary>What NFKC makes of a code point on its own, or null if it stays.</summary>
    public static string? Map(int codePoint) =>
        codePoint <= char.MaxValue && !Has(IsMapped, codePoint) ? null : Mappings.GetValueOrDefault(codePoint);

    /// <summary>Whether a character and the mark behind it form one character (カ and a voiced mark: ガ).</summary>
    public static bool TryCompose(char first, char mark, out char composed)
    {
        composed = default;
        return Has(IsMark, mark) && Compositions.TryGetValue((first, mark), out composed);
    }

    private static bool Has(ulong[] set, int unit) => (set[unit / 64] >> (unit % 64) & 1) != 0;
}
