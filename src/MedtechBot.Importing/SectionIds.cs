using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using MedtechBot.Japanese;

namespace MedtechBot.Importing;

/// <summary>
/// Ids for headings: their Latin words, or where those say too little a number that depends on the heading alone. The same document
/// gets the same ids every time, and a section keeps its id when others are added.
/// </summary>
internal sealed partial class SectionIds
{
    private const int Longest = 60;
    private readonly HashSet<string> _used = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _next = new(StringComparer.Ordinal);

    public string Next(string heading, int? part)
    {
        var id = Of(heading, "s-") + (part is null ? "" : $"-{part}");
        if (_used.Add(id))
        {
            return id;
        }
        string other;
        do
        {
            var number = _next[id] = _next.GetValueOrDefault(id, 1) + 1;
            other = $"{id}-{(part is null ? "" : "again-")}{number}";
        }
        while (!_used.Add(other));
        return other;
    }

    /// <param name="prefix">Goes before what does not begin with a letter, and before the number.</param>
    /// <param name="anyWord">Takes the Latin words however little they say of the whole.</param>
    public static string Of(string text, string prefix, bool anyWord = false)
    {
        var normalized = TextNormalizer.Normalize(text).Text;
        var words = NotInIds().Replace(normalized, "-").Trim('-');
        words = words.Length <= Longest ? words : words[..Longest].Trim('-');
        var letters = words.Count(char.IsAsciiLetter);
        if (letters == 0 || (!anyWord && (letters < 3 || words.Length * 2 < normalized.Length)))
        {
            return prefix + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(normalized)))[..8];
        }
        return char.IsAsciiLetter(words[0]) ? words : prefix + words;
    }

    [GeneratedRegex("[^a-z0-9]+")]
    private static partial Regex NotInIds();
}
