namespace MedtechBot.Japanese;

/// <summary>The part of speech of a token, a coarser view of IPADIC's (名詞,固有名詞,地域,一般 → ProperNoun).</summary>
public enum PartOfSpeech : byte
{
    /// <summary>その他, or a word of unknown kind.</summary>
    Other,

    /// <summary>名詞: common, verbal (サ変接続), adjectival (形容動詞語幹) and adverbial nouns.</summary>
    Noun,

    /// <summary>名詞,固有名詞.</summary>
    ProperNoun,

    /// <summary>名詞,数.</summary>
    Number,

    /// <summary>名詞,代名詞.</summary>
    Pronoun,

    /// <summary>名詞,非自立 (こと, もの, ため).</summary>
    DependentNoun,

    /// <summary>動詞,自立.</summary>
    Verb,

    /// <summary>動詞,非自立 (いる, くださる after て).</summary>
    DependentVerb,

    /// <summary>形容詞,自立.</summary>
    Adjective,

    /// <summary>形容詞,非自立 and 形容詞,接尾 (やすい, っぽい).</summary>
    DependentAdjective,

    /// <summary>副詞.</summary>
    Adverb,

    /// <summary>助詞.</summary>
    Particle,

    /// <summary>助動詞, and 動詞,接尾 (れる, せる).</summary>
    Auxiliary,

    /// <summary>接頭詞.</summary>
    Prefix,

    /// <summary>名詞,接尾.</summary>
    Suffix,

    /// <summary>記号, including white space and unknown symbols.</summary>
    Symbol,

    /// <summary>フィラー.</summary>
    Filler,

    /// <summary>接続詞.</summary>
    Conjunction,

    /// <summary>連体詞.</summary>
    Adnominal,

    /// <summary>感動詞.</summary>
    Interjection,
}
