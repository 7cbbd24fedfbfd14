namespace MedtechBot.Japanese;

/// <summary>A token with its strings; see <see cref="Token"/> for the form without allocations.</summary>
/// <param name="Surface">The text as written.</param>
/// <param name="BaseForm">The dictionary form; the surface for words that do not inflect or are unknown.</param>
/// <param name="Reading">The katakana reading; empty when it is not known.</param>
/// <param name="PartOfSpeech">The part of speech.</param>
/// <param name="Start">The first UTF-16 unit in the analysed text.</param>
/// <param name="Length">The number of UTF-16 units.</param>
public sealed record Morpheme(
    string Surface, string BaseForm, string Reading, PartOfSpeech PartOfSpeech, int Start, int Length)
{
    /// <summary>IPADIC's own part of speech and inflection (動詞,自立,*,*,五段・ラ行,連用形).</summary>
    public string Details { get; init; } = "";

    /// <summary>Whether the word is in no dictionary.</summary>
    public bool IsUnknown { get; init; }

    /// <summary>Whether this is a compound given in addition to its parts, which follow it.</summary>
    public bool IsCompoundExtra { get; init; }
}
