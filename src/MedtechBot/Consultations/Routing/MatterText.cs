using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using MedtechBot.Japanese;
using MedtechBot.Knowledge.Search;

namespace MedtechBot.Consultations.Routing;

/// <summary>
/// What somebody wrote, in every form its words may be met in: as written, with slips put right, kana written with the knowledge base's
/// words, and old or other names as the thesaurus knows them.
/// </summary>
internal sealed class MatterText
{
    /// <summary>Before a word of a rule: only as it is written, under no other name.</summary>
    public const char AsWritten = '=';

    private static readonly char[] SentenceEnds = ['。', '\n', '?', '？', '!', '！'];
    private static readonly ConditionalWeakTable<PassageWords, ConcurrentDictionary<string, IReadOnlyList<string>>> TermsOfWords = [];

    private readonly PassageWords _words;
    private readonly List<string> _spelled = [];
    private readonly List<IReadOnlyList<string>> _terms = [];
    private readonly HashSet<string> _otherNames = new(StringComparer.Ordinal);

    public MatterText(string text, PassageWords words)
    {
        _words = words;
        Add(text);
        if (words.Correct(text) is { } corrected)
        {
            Add(corrected.Text);
        }
        foreach (var written in text.Split(SentenceEnds, StringSplitOptions.RemoveEmptyEntries).Select(words.WriteKana).OfType<string>())
        {
            Add(written);
        }
    }

    /// <summary>Those of the words that are said; of words that hold one another only the longest, and other names only where none is said itself.</summary>
    public IReadOnlyList<string> Said(IReadOnlyList<string> words)
    {
        var said = words.Where(Says).Select(w => w.TrimStart(AsWritten)).ToList();
        return said.Count == 0
            ? [.. words.Where(IsOtherName)]
            : [.. said.Where(w => !said.Exists(longer => longer.Length > w.Length && longer.Contains(w, StringComparison.OrdinalIgnoreCase)))];
    }

    private void Add(string text)
    {
        _spelled.Add(Sounds(text));
        var terms = _words.ReadTerms(text).Words;
        _terms.Add(terms);
        // Only what means the same: what is merely related would route a matter by what nobody said.
        _otherNames.UnionWith(_words.Thesaurus.Match(terms).Where(m => m.Weight >= 1 && m.IsWhole).Select(m => string.Join(' ', m.Other)));
    }

    private bool Says(string word)
    {
        var sounds = Sounds(word.TrimStart(AsWritten));
        return (sounds.Length > 0 && _spelled.Exists(text => StandsIn(text, sounds)))
            || (word[0] != AsWritten && TermsOf(word) is { Count: > 0 } wanted && _terms.Exists(terms => Holds(terms, wanted)));
    }

    private bool IsOtherName(string word) => word[0] != AsWritten && TermsOf(word) is { Count: > 0 } wanted && _otherNames.Contains(string.Join(' ', wanted));

    /// <summary>Empty for what its terms do not say whole: that is only met as it is written.</summary>
    private IReadOnlyList<string> TermsOf(string word) => TermsOfWords.GetOrCreateValue(_words).GetOrAdd(word, _ =>
    {
        var terms = _words.ReadTerms(word).Words;
        return Thesaurus.IsWhole(word, terms) ? terms : [];
    });

    private static bool Holds(IReadOnlyList<string> terms, IReadOnlyList<string> wanted)
    {
        for (var start = 0; start + wanted.Count <= terms.Count; start++)
        {
            var at = 0;
            while (at < wanted.Count && terms[start + at] == wanted[at])
            {
                at++;
            }
            if (at == wanted.Count)
            {
                return true;
            }
        }
        return false;
    }

    private static bool StandsIn(string text, string sounds)
    {
        for (var at = text.IndexOf(sounds, StringComparison.Ordinal); at >= 0; at = text.IndexOf(sounds, at + 1, StringComparison.Ordinal))
        {
            var end = at + sounds.Length;
            // Latin words end where they end; "ip" is not in "chip".
            if ((at == 0 || !IsLatin(sounds[0]) || !IsLatin(text[at - 1])) && (end == text.Length || !IsLatin(sounds[^1]) || !IsLatin(text[end])))
            {
                return true;
            }
        }
        return false;
    }

    private static bool IsLatin(char c) => char.IsAsciiLetterOrDigit(c);

    private static string Sounds(string text) => Kana.ToHiragana(TextNormalizer.Normalize(text).Text);
}
