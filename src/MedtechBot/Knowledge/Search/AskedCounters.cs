using MedtechBot.Japanese;

namespace MedtechBot.Knowledge.Search;

/// <summary>What a question wants a number of: an answer has a number before it.</summary>
internal static class AskedCounters
{
    private const char What = '何';

    private static readonly (string Asked, string[] Counters)[] Words = [("いつ", ["年", "月"]), ("いくら", ["円"])];

    public static IReadOnlyList<string> In(ReadOnlySpan<Token> tokens, string text)
    {
        List<string>? found = null;
        foreach (var (asked, counters) in Words)
        {
            if (text.Contains(asked, StringComparison.Ordinal))
            {
                (found ??= []).AddRange(counters);
            }
        }
        for (var i = 0; i < tokens.Length; i++)
        {
            if (text[tokens[i].Start] != What || tokens[i].IsCompoundExtra)
            {
                continue;
            }
            // 何年 is one word or two.
            var counter = tokens[i].Length > 1 ? text[(tokens[i].Start + 1)..tokens[i].End]
                : i + 1 < tokens.Length && !tokens[i + 1].IsCompoundExtra ? text[tokens[i + 1].Start..tokens[i + 1].End] : "";
            if (counter.Length > 0 && !Kana.IsHiragana(counter[0]) && char.IsLetter(counter[0]))
            {
                (found ??= []).Add(counter);
            }
        }
        return found ?? (IReadOnlyList<string>)[];
    }
}
