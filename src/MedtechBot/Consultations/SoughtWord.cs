using MedtechBot.Japanese;

namespace MedtechBot.Consultations;

/// <summary>A word in the form it is looked for in, and where its pairs of characters would be marked in a text that holds it.</summary>
internal sealed class SoughtWord
{
    private readonly int[] _marks;

    public SoughtWord(string word)
    {
        Text = Searchable(word);
        _marks = [.. Marks(Text).Distinct()];
    }

    public string Text { get; }

    /// <summary>Without differences of width, of large and small letters, and of the two kana.</summary>
    public static string Searchable(string text) => Kana.ToKatakana(TextNormalizer.Normalize(text).Text);

    /// <summary>Which pairs a text holds, so that most texts without a word need not be read for it. Different pairs may have one mark.</summary>
    public static ulong[] PairsOf(params IEnumerable<string> texts)
    {
        var pairs = new ulong[64];
        foreach (var mark in texts.SelectMany(Marks))
        {
            pairs[mark >> 6] |= 1UL << (mark & 63);
        }
        return pairs;
    }

    /// <summary>False only where the word cannot be.</summary>
    public bool MayBeIn(ulong[] pairs)
    {
        foreach (var mark in _marks)
        {
            if ((pairs[mark >> 6] & 1UL << (mark & 63)) == 0)
            {
                return false;
            }
        }
        return true;
    }

    // The upper bits of a product are mixed best.
    private static IEnumerable<int> Marks(string text)
    {
        for (var i = 1; i < text.Length; i++)
        {
            yield return (int)(unchecked((((uint)text[i - 1] << 16) | text[i]) * 0x9E3779B1) >> 20);
        }
    }
}
