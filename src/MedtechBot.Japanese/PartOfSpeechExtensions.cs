namespace MedtechBot.Japanese;

/// <summary>Groups of parts of speech that search cares about.</summary>
public static class PartOfSpeechExtensions
{
    /// <summary>Whether the word carries meaning on its own, so that a search should look for it.</summary>
    public static bool IsContent(this PartOfSpeech partOfSpeech) => partOfSpeech is
        PartOfSpeech.Noun or PartOfSpeech.ProperNoun or PartOfSpeech.Number or
        PartOfSpeech.Verb or PartOfSpeech.Adjective or PartOfSpeech.Adverb or
        PartOfSpeech.Prefix or PartOfSpeech.Suffix;
}
