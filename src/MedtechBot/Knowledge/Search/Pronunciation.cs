using MedtechBot.Japanese;

namespace MedtechBot.Knowledge.Search;

/// <summary>How the words of a text, and the compounds they make, are written and read.</summary>
internal static class Pronunciation
{
    private const int MostParts = 4;
    private const int MostCharacters = 12;

    // The rows of the syllabary through which a verb's ending moves: 書か, 書き, 書く, 書け, 書こ.
    private static readonly string[] Rows = ["アイウエオ", "カキクケコ", "ガギグゲゴ", "サシスセソ", "タチツテト", "ナニヌネノ", "バビブベボ", "マミムメモ", "ラリルレロ", "ワイウエオ"];
    private const string Contracted = "ッンイ";

    /// <summary>Words with their katakana readings; a reading is empty where the dictionary has none.</summary>
    public static IEnumerable<(string Word, string Reading)> In(string text, JapaneseAnalyzer analyzer)
    {
        var normalized = TextNormalizer.Normalize(text).Text;
        var buffer = new AnalysisBuffer();
        analyzer.Analyze(normalized, buffer, AnalysisMode.Search);
        var parts = new List<Part>();
        foreach (ref readonly var token in buffer.Tokens)
        {
            if (!token.IsCompoundExtra)
            {
                var word = normalized.Substring(token.Start, token.Length);
                var reading = analyzer.Reading(token) is { Length: > 0 } known ? known.ToString() : word.All(Kana.IsKatakana) ? word : "";
                parts.Add(new Part(word, reading, token.PartOfSpeech));
            }
        }
        return parts.SelectMany((_, first) => From(parts, first));
    }

    private static IEnumerable<(string, string)> From(List<Part> parts, int first)
    {
        var (word, reading) = ("", "");
        for (var i = first; i < Math.Min(parts.Count, first + MostParts); i++)
        {
            var part = parts[i];
            if (i > first && (!part.MakesCompounds || part.Reading.Length == 0 || word.Length + part.Word.Length > MostCharacters))
            {
                yield break;
            }
            (word, reading) = (word + part.Word, reading + part.Reading);
            if (i > first || part.IsWord)
            {
                yield return (word, reading);
            }
            if (i == first && part.Inflects)
            {
                foreach (var form in Forms(part))
                {
                    yield return form;
                }
            }
            if (!part.MakesCompounds || part.Reading.Length == 0)
            {
                yield break;
            }
        }
    }

    // People inflect otherwise than the sources: 結ぶ in an article is むすべば in a question.
    private static IEnumerable<(string, string)> Forms(Part part)
    {
        var ending = Kana.ToKatakana(part.Word.AsSpan(part.Word.Length - 1));
        var row = Rows.FirstOrDefault(r => r.Contains(ending, StringComparison.Ordinal));
        if (row is null || part.Reading.Length < 2 || !part.Reading.EndsWith(ending, StringComparison.Ordinal))
        {
            return [];
        }
        var endings = part.PartOfSpeech == PartOfSpeech.Adjective ? "イクカケサ" : row + Contracted;
        return endings.Select(e => (part.Word[..^1] + Kana.ToHiragana([e]), part.Reading[..^1] + e));
    }

    private sealed record Part(string Word, string Reading, PartOfSpeech PartOfSpeech)
    {
        public bool Inflects => PartOfSpeech is PartOfSpeech.Verb or PartOfSpeech.Adjective && Kana.IsHiragana(Word[^1]);

        // Endings and particles of some length are told apart from the words they sound like.
        public bool IsWord => (Word.Length > 2 && Word.All(Kana.IsHiragana)) || PartOfSpeech is not (PartOfSpeech.Particle or PartOfSpeech.Auxiliary or PartOfSpeech.Symbol or PartOfSpeech.Filler or PartOfSpeech.Prefix)
            && (Word.Length > 1 || Kana.IsKanji(Word[0]));

        public bool MakesCompounds => PartOfSpeech is PartOfSpeech.Noun or PartOfSpeech.ProperNoun or PartOfSpeech.Number or PartOfSpeech.Prefix or PartOfSpeech.Suffix
            && !Word.Any(Kana.IsHiragana);
    }
}
