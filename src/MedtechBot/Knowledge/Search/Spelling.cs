using System.Text;
using MedtechBot.Japanese;

namespace MedtechBot.Knowledge.Search;

/// <summary>
/// Puts right what was mistyped or wrongly converted, by the words of the knowledge base: "治剣" becomes "治験", "IDATNE" "idaten".
/// Only writing that stands nowhere in the knowledge base is touched, and only where one of its words is a single slip away.
/// </summary>
internal sealed class Spelling
{
    internal const int LongestTerm = 14;

    // Put before any noun: 当社, 何月, 本品.
    private const string MakesWords = "何当本各全同毎他現今前後" + Numerals;
    private const string Numerals = "一二三四五六七八九十百";

    private readonly JapaneseAnalyzer _analyzer;
    private readonly WrittenTerms _terms;

    /// <param name="texts">Everything that the knowledge base says.</param>
    public Spelling(IEnumerable<string> texts, JapaneseAnalyzer analyzer)
        : this(WrittenTerms.Of(texts), analyzer)
    {
    }

    public Spelling(WrittenTerms terms, JapaneseAnalyzer analyzer) => (_terms, _analyzer) = (terms, analyzer);

    /// <summary>The text in its normal form with its slips put right, and each of them; null when there are none.</summary>
    public CorrectedText? Correct(string text)
    {
        var normalized = TextNormalizer.Normalize(text).Text;
        var corrected = new StringBuilder();
        var corrections = new List<Correction>();
        var done = 0;
        bool[]? isWord = null;
        foreach (var run in WrittenRun.In(normalized))
        {
            var written = normalized.Substring(run.Start, run.Length);
            if (corrections.Count < Correction.Most && IsSuspect(written, run.Script)
                && Find(written, run.Script, (isWord ??= InWords(normalized)).AsSpan(run.Start, run.Length)) is { } found)
            {
                corrected.Append(normalized, done, run.Start + found.Start - done).Append(found.Right);
                done = run.Start + found.Start + found.Wrong.Length;
                corrections.Add(new Correction(found.Wrong, found.Right));
            }
        }
        return corrections.Count == 0 ? null : new CorrectedText(corrected.Append(normalized, done, normalized.Length - done).ToString(), corrections);
    }

    /// <summary>Which characters stand in a word of several that the dictionary knows: such a word was meant as it is written.</summary>
    private bool[] InWords(string text)
    {
        var isWord = new bool[text.Length];
        var buffer = new AnalysisBuffer();
        _analyzer.Analyze(text, buffer, AnalysisMode.Search);
        foreach (ref readonly var token in buffer.Tokens)
        {
            if (token is { IsUnknown: false, IsCompoundExtra: false, Length: > 1 })
            {
                isWord.AsSpan(token.Start, token.Length).Fill(true);
            }
        }
        return isWord;
    }

    private bool IsSuspect(string written, Script script) =>
        written.Length is >= 2 and <= 2 * LongestTerm && !written.Any(char.IsAsciiDigit) && script switch
        {
            Script.Kanji => HasUnknownPair(written),
            // A word of the language that the sources happen not to use is no slip.
            Script.Katakana => !_terms.Contains(written) && _analyzer.Analyze(written).Any(m => m.IsUnknown),
            // Nor is another form of a word that they do use.
            _ => !_terms.Contains(written) && (written.Length < 6 || !_terms.AnyStartsWith(written[..^1])),
        };

    private (int Start, string Wrong, string Right)? Find(string written, Script script, ReadOnlySpan<bool> isWord)
    {
        // Kanji run on from word to word; the longest piece that is nearly a word tells most. Letters and katakana are words by themselves.
        var (shortest, longest) = script == Script.Kanji ? (2, Math.Min(written.Length, LongestTerm)) : (written.Length, written.Length);
        for (var length = longest; length >= shortest; length--)
        {
            for (var start = 0; start + length <= written.Length; start++)
            {
                var piece = written.Substring(start, length);
                var counts = length == 2 && start > 0 && Numerals.Contains(written[start - 1]);
                if (!counts && (script != Script.Kanji || HasUnknownPair(piece)) && Nearest(piece, script, isWord.Slice(start, length)) is { } right)
                {
                    return (start, piece, right);
                }
            }
        }
        return null;
    }

    private string? Nearest(string piece, Script script, ReadOnlySpan<bool> isWord)
    {
        var near = new List<string>();
        foreach (var term in _terms.Near(piece))
        {
            if (WrittenRun.ScriptOf(term[0]) == script && IsSlip(piece, term, script, isWord))
            {
                near.Add(term);
            }
        }
        return near.OrderByDescending(_terms.Count).ThenBy(term => term, StringComparer.Ordinal).FirstOrDefault();
    }

    private bool IsSlip(string piece, string term, Script script, ReadOnlySpan<bool> isWord)
    {
        var slip = Slip.Between(piece, term);
        if (script == Script.Kanji)
        {
            var isMeant = isWord[Math.Min(slip.At, isWord.Length - 1)];
            return slip.Kind switch
            {
                SlipKind.Replaced when isMeant => piece.Length > 3 && Homophones.AreLikely(piece[slip.At], term[slip.At]) && Reading(piece) == Reading(term),
                SlipKind.Replaced => piece.Length > 3 && Homophones.IsRare(piece[slip.At])
                    || Homophones.AreLikely(piece[slip.At], term[slip.At]) && (piece.Length > 2 || IsWordOfTwo(piece, term, isWord)),
                SlipKind.Swapped => piece.Length > 3 && !(isMeant && isWord[slip.At + 1]),
                SlipKind.Doubled => piece.Length > 2 && !(isMeant && isWord[slip.At - 1]),
                // At either end it is more likely another word.
                SlipKind.Added or SlipKind.Dropped => term.Length > 3 && slip.At > 0 && slip.At < piece.Length - 1 && !isMeant,
                _ => false,
            };
        }
        return slip.Kind switch
        {
            SlipKind.Replaced => piece.Length >= 6,
            SlipKind.Swapped => piece.Length >= (script == Script.Latin ? 4 : 5),
            SlipKind.Doubled => piece.Length >= 5,
            SlipKind.Added or SlipKind.Dropped => Math.Min(piece.Length, term.Length) >= (script == Script.Latin ? 6 : 5),
            _ => false,
        };
    }

    // Two kanji are quickly alike: neither may belong to a word beside it, and the word meant must be in use.
    private bool IsWordOfTwo(string piece, string term, ReadOnlySpan<bool> isWord) =>
        _terms.Count(term) > 2 && !isWord.Contains(true) && !MakesWords.Contains(piece[0]);

    private string Reading(string text) => string.Concat(_analyzer.Analyze(text).Select(m => m.Reading));

    private bool HasUnknownPair(string text)
    {
        for (var i = 1; i < text.Length; i++)
        {
            if (!_terms.HasPair(text[i - 1], text[i]))
            {
                return true;
            }
        }
        return false;
    }
}

/// <param name="Wrong">As it was written, in its normal form.</param>
/// <param name="Right">As it was read.</param>
public sealed record Correction(string Wrong, string Right)
{
    /// <summary>Of more than this the text is left as it is: it is in another language, or no text.</summary>
    public const int Most = 3;
}

internal sealed record CorrectedText(string Text, IReadOnlyList<Correction> Corrections);
