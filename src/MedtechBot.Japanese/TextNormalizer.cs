using MedtechBot.Japanese.Text;

namespace MedtechBot.Japanese;

/// <summary>
/// Brings text into the one form it is searched in: NFKC (width, composed kana), small letters, and
/// the variations of writing that never change the meaning (dashes for ー, invisible characters).
/// </summary>
public static class TextNormalizer
{
    /// <summary>Normalises text; any UTF-16 is accepted, unpaired surrogates included.</summary>
    public static NormalizedText Normalize(string text, NormalizationOptions options = NormalizationOptions.None)
    {
        ArgumentNullException.ThrowIfNull(text);
        var output = new MappedTextBuilder(text.Length);
        var unifiesVariants = !options.HasFlag(NormalizationOptions.KeepVariants);
        for (var at = 0; at < text.Length;)
        {
            var length = char.IsSurrogatePair(text, at) ? 2 : 1;
            var end = at + length;
            var codePoint = length == 2 ? char.ConvertToUtf32(text[at], text[at + 1]) : text[at];
            var isHandled = unifiesVariants && (
                WritingVariants.IsInvisible(codePoint)
                || LongVowelMarks.TryAppend(text, at, output)
                || KanaMarks.TryAppend(text, at, output));
            if (isHandled)
            {
                // An invisible character at the end belongs to the character before it.
                output.ExtendLast(end);
            }
            else
            {
                AppendMapped(text.AsSpan(at, length), codePoint, at, end, options, output);
            }

            at = end;
        }

        return output.ToNormalizedText(text.Length);
    }

    private static void AppendMapped(
        ReadOnlySpan<char> original, int codePoint, int start, int end, NormalizationOptions options, MappedTextBuilder output)
    {
        var isKept = options.HasFlag(NormalizationOptions.KeepCircledDigits) && WritingVariants.IsCircledDigit(codePoint);
        var mapped = isKept ? null : NfkcTable.Map(codePoint);
        foreach (var unit in mapped is null ? original : mapped)
        {
            var folded = options.HasFlag(NormalizationOptions.KeepCase) ? unit : char.ToLowerInvariant(unit);
            folded = options.HasFlag(NormalizationOptions.KeepVariants) ? folded : WritingVariants.Unify(folded);
            if (output.Last is { } last && NfkcTable.TryCompose(last, folded, out var composed))
            {
                output.ReplaceLast(composed, end);
            }
            else
            {
                output.Append(folded, start, end);
            }
        }
    }
}
