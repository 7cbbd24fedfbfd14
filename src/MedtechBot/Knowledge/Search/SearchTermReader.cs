using System.Globalization;
using MedtechBot.Japanese;

namespace MedtechBot.Knowledge.Search;

/// <summary>Turns text into search terms; the same way for documents and questions. Serves any number of threads.</summary>
internal sealed class SearchTermReader(JapaneseAnalyzer analyzer)
{
    private const int KanaGramLength = 4;

    // An odd factor keeps different runs different and spreads them: the kana's own codes differ in a few bits, and tables that hash
    // them would degenerate into lists.
    private const ulong Spread = 0x9E3779B97F4A7C15;

    [ThreadStatic]
    private static AnalysisBuffer? _buffer;

    public SearchTerms Read(string text, bool withKanaGrams)
    {
        var normalized = TextNormalizer.Normalize(text).Text;
        var terms = new SearchTerms { MostlyKana = IsKanaOnly(normalized) };
        var buffer = _buffer ??= new AnalysisBuffer();
        analyzer.Analyze(normalized, buffer, AnalysisMode.Search);
        foreach (ref readonly var token in buffer.Tokens)
        {
            if (IsContent(token, normalized))
            {
                AddWord(token, normalized, terms);
            }
        }
        AddBigrams(normalized, terms.Bigrams);
        if (withKanaGrams)
        {
            AddKanaGrams(buffer.Tokens, normalized, terms.KanaGrams);
        }
        return terms;
    }

    // One kanji is enough to find words again; only questions without any need the readings' characters.
    public static bool IsKanaOnly(string text)
    {
        var (kana, letters) = (0, 0);
        foreach (var c in text)
        {
            if (Kana.IsKanji(c))
            {
                return false;
            }
            kana += Kana.IsHiragana(c) || Kana.IsKatakana(c) ? 1 : 0;
            letters += char.IsLetterOrDigit(c) ? 1 : 0;
        }
        return kana * 10 >= letters * 8 && kana > 0;
    }

    private static bool IsContent(in Token token, string text) => IsMark(token, text) || token.PartOfSpeech is not (
        PartOfSpeech.Particle or PartOfSpeech.Auxiliary or PartOfSpeech.Symbol or PartOfSpeech.Filler
        or PartOfSpeech.Conjunction or PartOfSpeech.Interjection or PartOfSpeech.Adnominal);

    // Marks such as ★ are names in lists.
    private static bool IsMark(in Token token, string text) =>
        token.Length == 1 && char.GetUnicodeCategory(text[token.Start]) == UnicodeCategory.OtherSymbol;

    private void AddWord(in Token token, string text, SearchTerms terms)
    {
        var baseForm = analyzer.BaseForm(token, text);
        // A word of the trade keeps its ending: MEDICS is not more than one MEDIC.
        var word = token.IsUserWord ? baseForm.ToString() : EnglishStem.Of(baseForm);
        if (QuestionPhrases.Contains(baseForm) || QuestionPhrases.Contains(word))
        {
            return;
        }
        terms.Words.Add(word);
        var reading = analyzer.Reading(token) is { Length: > 0 } known ? known.ToString() : "";
        if (reading.Length > 1)
        {
            terms.Readings.Add(reading);
        }
    }

    private static void AddBigrams(string text, List<uint> bigrams)
    {
        var isLetterBefore = false;
        for (var i = 0; i < text.Length; i++)
        {
            var isLetter = IsBigramLetter(text[i]);
            if (isLetter && isLetterBefore)
            {
                bigrams.Add((uint)text[i - 1] << 16 | text[i]);
            }
            isLetterBefore = isLetter;
        }
    }

    private static bool IsBigramLetter(char c) => c is not (>= 'ぁ' and <= 'ん') && char.IsLetterOrDigit(c);

    private void AddKanaGrams(ReadOnlySpan<Token> tokens, string text, List<ulong> grams)
    {
        var (gram, length) = (0UL, 0);
        foreach (ref readonly var token in tokens)
        {
            if (token.IsCompoundExtra)
            {
                continue;
            }
            var reading = analyzer.Reading(token);
            foreach (var written in reading.Length > 0 ? reading : text.AsSpan(token.Start, token.Length))
            {
                var c = Kana.ToKatakana(written);
                if (c is not (>= 'ァ' and <= 'ヴ' or 'ー') && !char.IsAsciiLetterOrDigit(c))
                {
                    continue;
                }
                gram = gram << 16 | c;
                if (++length >= KanaGramLength)
                {
                    grams.Add(unchecked(gram * Spread));
                }
            }
        }
    }
}
