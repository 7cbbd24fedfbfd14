namespace MedtechBot.Japanese.Dictionary;

/// <summary>From IPADIC's four levels to the codes of <see cref="PartOfSpeech"/>.</summary>
internal static class PartOfSpeechMapping
{
    public static PartOfSpeech Map(string major, string minor) => major switch
    {
        "名詞" => Noun(minor),
        "動詞" => minor switch
        {
            "非自立" => PartOfSpeech.DependentVerb,
            "接尾" => PartOfSpeech.Auxiliary,
            _ => PartOfSpeech.Verb,
        },
        "形容詞" => minor == "自立" ? PartOfSpeech.Adjective : PartOfSpeech.DependentAdjective,
        "副詞" => PartOfSpeech.Adverb,
        "助詞" => PartOfSpeech.Particle,
        "助動詞" => PartOfSpeech.Auxiliary,
        "接頭詞" => PartOfSpeech.Prefix,
        "記号" => PartOfSpeech.Symbol,
        "フィラー" => PartOfSpeech.Filler,
        "接続詞" => PartOfSpeech.Conjunction,
        "連体詞" => PartOfSpeech.Adnominal,
        "感動詞" => PartOfSpeech.Interjection,
        _ => PartOfSpeech.Other,
    };

    private static PartOfSpeech Noun(string minor) => minor switch
    {
        "固有名詞" => PartOfSpeech.ProperNoun,
        "数" => PartOfSpeech.Number,
        "代名詞" => PartOfSpeech.Pronoun,
        "接尾" => PartOfSpeech.Suffix,
        "非自立" or "特殊" or "動詞非自立的" => PartOfSpeech.DependentNoun,
        _ => PartOfSpeech.Noun,
    };
}
