using MedtechBot.Japanese.Dictionary;

namespace MedtechBot.Japanese.Lattice;

/// <summary>Makes tokens of the entries that lie on a path.</summary>
internal sealed unsafe class TokenFactory(MappedDictionary dictionary)
{
    public Token Create(int start, int length, int entry)
    {
        if (entry >= dictionary.EntryCount)
        {
            return new Token(start, length, entry, PartOfSpeech.Noun, TokenFlags.User);
        }

        var code = (PartOfSpeech)dictionary.PartsOfSpeech[dictionary.Entries[entry].PartOfSpeechId].Code;
        var flags = entry >= dictionary.FirstUnknownEntry ? TokenFlags.Unknown : TokenFlags.None;
        return new Token(start, length, entry, code, flags);
    }
}
