using System.Globalization;
using System.Text;
using MedtechBot.Japanese;

namespace MedtechBot.Knowledge.Search;

/// <summary>Turns text into search terms; the same way for documents and questions. Serves any number of threads.</summary>
internal sealed class SearchTermReader(JapaneseAnalyzer analyzer)
{
    private const int KanaGramLength = 4;

    // Katakana, the long vowel, digits and letters of both cases: four of them fit a number of 32 bits.
    private const uint Letters = 84 + 1 + 10 + 26 + 26;
    private const uint WithoutFirst = Letters * Letters * Letters;

    [ThreadStatic]
    private static AnalysisBuffer? _buffer;

    public JapaneseAnalyzer Analyzer => analyzer;

    /// <param name="pool">Where words are kept that occur again; for documents, never for questions, which may hold anything.</param>
    public SearchTerms Read(string text, bool withKanaGrams, WordPool? pool = null)
    {
        var (normalized, buffer) = Analyze(text);
        return Terms(normalized, buffer.Tokens, withKanaGrams, pool);
    }

    /// <summary>The text in its normal form with its tokens, which stay until this thread analyses the next one.</summary>
    public (string Text, AnalysisBuffer Buffer) Analyze(string text)
    {
        var normalized = TextNormalizer.Normalize(text).Text;
        var buffer = _buffer ??= new AnalysisBuffer();
        analyzer.Analyze(normalized, buffer, AnalysisMode.Search);
        return (normalized, buffer);
    }

    public SearchTerms Terms(string normalized, ReadOnlySpan<Token> tokens, bool withKanaGrams, WordPool? pool = null)
    {
        var terms = new SearchTerms(normalized.Length) { MostlyKana = IsKanaOnly(normalized) };
        var isFirst = true;
        foreach (ref readonly var token in tokens)
        {
            if (IsContent(token, normalized))
            {
                isFirst &= !TryAddWord(token, normalized, isFirst, terms, pool);
            }
            else
            {
                isFirst |= normalized[token.Start] is '。' or '!' or '?' or '\n';
            }
        }
        AddBigrams(normalized, terms.Bigrams);
        if (withKanaGrams)
        {
            AddKanaGrams(tokens, normalized, terms.KanaGrams);
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

    public static bool IsContent(in Token token, string text) => IsMark(token, text) || token.PartOfSpeech is not (
        PartOfSpeech.Particle or PartOfSpeech.Auxiliary or PartOfSpeech.Symbol or PartOfSpeech.Filler
        or PartOfSpeech.Conjunction or PartOfSpeech.Interjection or PartOfSpeech.Adnominal);

    // Marks such as ★ are names in lists.
    private static bool IsMark(in Token token, string text) =>
        token.Length == 1 && char.GetUnicodeCategory(text[token.Start]) == UnicodeCategory.OtherSymbol;

    private bool TryAddWord(in Token token, string text, bool isFirst, SearchTerms terms, WordPool? pool)
    {
        if ((pool is null ? WordOf(analyzer.BaseForm(token, text), token.IsUserWord) : pool.Word(analyzer, token, text)) is not { } word)
        {
            return false;
        }
        terms.Words.Add(word);
        terms.Marks.Add((token.IsCompoundExtra ? WordMarks.Compound : WordMarks.None) | (isFirst ? WordMarks.FirstOfSentence : WordMarks.None));
        return true;
    }

    /// <summary>The word that a base form is searched as; null when it says nothing of what a text is about.</summary>
    internal static string? WordOf(ReadOnlySpan<char> baseForm, bool isUserWord)
    {
        // A word of the trade keeps its ending: MEDICS is not more than one MEDIC.
        var word = isUserWord ? baseForm.ToString() : EnglishStem.Of(baseForm);
        return QuestionPhrases.Contains(baseForm) || QuestionPhrases.Contains(word) ? null : Whole(word);
    }

    // Words are kept as UTF-8, where all halves of characters are the same.
    private static string Whole(string word) =>
        word.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF') ? Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(word)) : word;

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

    private void AddKanaGrams(ReadOnlySpan<Token> tokens, string text, List<uint> grams)
    {
        var (gram, length) = (0u, 0);
        foreach (ref readonly var token in tokens)
        {
            if (token.IsCompoundExtra)
            {
                continue;
            }
            var reading = analyzer.Reading(token);
            foreach (var written in reading.Length > 0 ? reading : text.AsSpan(token.Start, token.Length))
            {
                if (Letter(Kana.ToKatakana(written)) is not { } letter)
                {
                    continue;
                }
                gram = gram % WithoutFirst * Letters + letter;
                if (++length >= KanaGramLength)
                {
                    grams.Add(gram);
                }
            }
        }
    }

    /// <summary>The characters of one of <see cref="SearchTerms.Bigrams"/>.</summary>
    public static string Pair(uint bigram) => new([(char)(bigram >> 16), (char)bigram]);

    private static uint? Letter(char c) => c switch
    {
        >= 'ァ' and <= 'ヴ' => (uint)(c - 'ァ'),
        'ー' => 84,
        >= '0' and <= '9' => (uint)(c - '0' + 85),
        >= 'a' and <= 'z' => (uint)(c - 'a' + 95),
        >= 'A' and <= 'Z' => (uint)(c - 'A' + 121),
        _ => null,
    };
}
