using System.Text;
using MedtechBot.Japanese;

namespace MedtechBot.Knowledge.Search;

/// <summary>The terms of one text, by the fields they are looked up in.</summary>
internal sealed class SearchTerms
{
    /// <summary>Content words in base form.</summary>
    public List<string> Words { get; } = [];

    /// <summary>Katakana readings of the content words.</summary>
    public List<string> Readings { get; } = [];

    /// <summary>Pairs of neighbouring characters of everything that is not hiragana.</summary>
    public List<string> Bigrams { get; } = [];

    /// <summary>Runs of four characters of the whole reading, for questions written in kana alone.</summary>
    public List<string> KanaGrams { get; } = [];

    /// <summary>The text is nearly all kana, so that words cannot be told apart well.</summary>
    public bool MostlyKana { get; init; }
}

/// <summary>Turns text into search terms; the same way for documents and questions.</summary>
internal sealed class SearchTermReader(JapaneseAnalyzer analyzer)
{
    public SearchTerms Read(string text, bool withKanaGrams)
    {
        var normalized = TextNormalizer.Normalize(text).Text;
        var terms = new SearchTerms { MostlyKana = IsKanaOnly(normalized) };
        var reading = new StringBuilder();
        foreach (var morpheme in analyzer.Analyze(normalized, AnalysisMode.Search))
        {
            if (withKanaGrams && !morpheme.IsCompoundExtra)
            {
                AppendReading(reading, morpheme);
            }
            if (!IsContent(morpheme))
            {
                continue;
            }
            var word = Stem(morpheme.BaseForm);
            if (QuestionPhrases.Contains(word))
            {
                continue;
            }
            terms.Words.Add(word);
            if (morpheme.Reading.Length > 1)
            {
                terms.Readings.Add(morpheme.Reading);
            }
        }
        AddBigrams(normalized, terms.Bigrams);
        if (withKanaGrams)
        {
            AddKanaGrams(reading, terms.KanaGrams);
        }
        return terms;
    }

    // One kanji is enough to find words again; only questions without any need the readings' characters.
    private static bool IsKanaOnly(string text)
    {
        var kana = 0;
        foreach (var c in text)
        {
            if (Kana.IsKanji(c))
            {
                return false;
            }
            kana += Kana.IsHiragana(c) || Kana.IsKatakana(c) ? 1 : 0;
        }
        return kana * 10 >= text.Count(char.IsLetterOrDigit) * 8 && kana > 0;
    }

    private static bool IsContent(Morpheme morpheme) => IsMark(morpheme) || morpheme.PartOfSpeech is not (
        PartOfSpeech.Particle or PartOfSpeech.Auxiliary or PartOfSpeech.Symbol or PartOfSpeech.Filler
        or PartOfSpeech.Conjunction or PartOfSpeech.Interjection or PartOfSpeech.Adnominal);

    // Marks such as ★ are names in lists.
    private static bool IsMark(Morpheme morpheme) =>
        morpheme.Surface.Length == 1 && char.GetUnicodeCategory(morpheme.Surface[0]) == System.Globalization.UnicodeCategory.OtherSymbol;

    // English plurals only: a full stemmer confuses more Japanese product names than it helps questions.
    private static string Stem(string word)
    {
        if (word.Length > 3 && word[^1] == 's' && char.IsAsciiLetterLower(word[0]) && word[^2] is not ('s' or 'u' or 'i'))
        {
            return word.EndsWith("ies", StringComparison.Ordinal) ? word[..^3] + "y" : word[..^1];
        }
        return word;
    }

    private static void AppendReading(StringBuilder reading, Morpheme morpheme)
    {
        var text = morpheme.Reading.Length > 0 ? morpheme.Reading : Kana.ToKatakana(morpheme.Surface);
        foreach (var c in text)
        {
            if (c is >= 'ァ' and <= 'ヴ' or 'ー' || char.IsAsciiLetterOrDigit(c))
            {
                reading.Append(c);
            }
        }
    }

    private static void AddBigrams(string text, List<string> bigrams)
    {
        for (var i = 0; i + 1 < text.Length; i++)
        {
            if (IsBigramLetter(text[i]) && IsBigramLetter(text[i + 1]))
            {
                bigrams.Add(text.Substring(i, 2));
            }
        }
    }

    private static bool IsBigramLetter(char c) => c is not (>= 'ぁ' and <= 'ん') && char.IsLetterOrDigit(c);

    private static void AddKanaGrams(StringBuilder reading, List<string> grams)
    {
        for (var i = 0; i + 4 <= reading.Length; i++)
        {
            grams.Add(reading.ToString(i, 4));
        }
    }
}
