namespace MedtechBot.Knowledge.Search;

/// <summary>The words that one thread has met in documents, each once: most of a document's words are no new ones. Not for several threads.</summary>
internal sealed class WordPool
{
    private readonly Dictionary<string, string?> _words = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string?> _userWords = new(StringComparer.Ordinal);

    /// <summary>See <see cref="SearchTermReader.WordOf"/>.</summary>
    public string? Word(ReadOnlySpan<char> baseForm, bool isUserWord)
    {
        var words = isUserWord ? _userWords : _words;
        var lookup = words.GetAlternateLookup<ReadOnlySpan<char>>();
        if (!lookup.TryGetValue(baseForm, out var word))
        {
            lookup[baseForm] = word = SearchTermReader.WordOf(baseForm, isUserWord);
        }
        return word;
    }
}
