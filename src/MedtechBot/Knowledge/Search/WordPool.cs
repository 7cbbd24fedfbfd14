using System.Collections.Concurrent;
using MedtechBot.Japanese;

namespace MedtechBot.Knowledge.Search;

/// <summary>The words met in documents, each once: most of a document's words are no new ones. Serves any number of threads, of one analyser.</summary>
internal sealed class WordPool
{
    private const int PageBits = 12;
    private const int Pages = 1 << 10;

    // A word of the dictionary that says nothing, to be told from one that was not met.
    private static readonly string Nothing = new('\0', 1);

    private readonly string?[]?[] _ofDictionary = new string[Pages][];
    private readonly ConcurrentDictionary<string, string?> _words = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, string?> _userWords = new(StringComparer.Ordinal);

    /// <summary>See <see cref="SearchTermReader.WordOf"/>.</summary>
    public string? Word(JapaneseAnalyzer analyzer, in Token token, string text)
    {
        if (token.IsUserWord || token.IsUnknown || token.Feature >> PageBits >= Pages)
        {
            return Word(analyzer.BaseForm(token, text), token.IsUserWord);
        }
        // Two threads that meet the same word put the same there.
        var page = _ofDictionary[token.Feature >> PageBits] ??= new string?[1 << PageBits];
        ref var word = ref page[token.Feature & ((1 << PageBits) - 1)];
        word ??= Word(analyzer.BaseForm(token, text), isUserWord: false) ?? Nothing;
        return ReferenceEquals(word, Nothing) ? null : word;
    }

    private string? Word(ReadOnlySpan<char> baseForm, bool isUserWord)
    {
        var words = isUserWord ? _userWords : _words;
        var lookup = words.GetAlternateLookup<ReadOnlySpan<char>>();
        if (!lookup.TryGetValue(baseForm, out var word))
        {
            word = words.GetOrAdd(baseForm.ToString(), form => SearchTermReader.WordOf(form, isUserWord));
        }
        return word;
    }
}
