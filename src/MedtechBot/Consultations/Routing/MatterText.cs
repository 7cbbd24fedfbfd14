using MedtechBot.Japanese;
using MedtechBot.Knowledge.Search;

namespace MedtechBot.Consultations.Routing;

/// <summary>
/// What somebody wrote, in every form its words may be met in: as written, with slips put right, kana written with the knowledge base's
/// words, and old or other names as the thesaurus knows them.
/// </summary>
internal sealed class MatterText
{
    private static readonly char[] SentenceEnds = ['。', '\n', '?', '？', '!', '！'];

    private readonly PassageWords _words;
    private readonly List<string> _spelled = [];
    private readonly List<IReadOnlyList<string>> _terms = [];
    private readonly HashSet<string> _otherNames = new(StringComparer.Ordinal);
    private readonly Dictionary<string, bool> _said = new(StringComparer.Ordinal);

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

    /// <summary>Those of the words that are said; of words that hold one another only the longest.</summary>
    public IReadOnlyList<string> Said(IEnumerable<string> words)
    {
        var said = words.Where(Says).ToList();
        return [.. said.Where(w => !said.Exists(longer => longer.Length > w.Length && longer.Contains(w, StringComparison.OrdinalIgnoreCase)))];
    }

    private bool Says(string word)
    {
        if (!_said.TryGetValue(word, out var says))
        {
            says = _said[word] = IsSpelled(word) || IsTold(word);
        }
        return says;
    }

    private void Add(string text)
    {
        _spelled.Add(Sounds(text));
        var terms = _words.ReadTerms(text).Words;
        _terms.Add(terms);
        // Only what means the same: what is merely related would route a matter by what nobody said.
        _otherNames.UnionWith(_words.Thesaurus.Match(terms).Where(m => m.Weight >= 1).Select(m => string.Join(' ', m.Other)));
    }

    private bool IsTold(string word)
    {
        var wanted = _words.ReadTerms(word).Words;
        return IsWhole(word, wanted) && (_otherNames.Contains(string.Join(' ', wanted)) || _terms.Exists(terms => Holds(terms, wanted)));
    }

    // Of "医療機器になる" or "is a medical device" the terms keep what everybody says and lose what tells.
    private static bool IsWhole(string word, List<string> terms) =>
        terms.Count > 0 && !word.Any(Kana.IsHiragana) && terms.Count >= word.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length;

    private static bool Holds(IReadOnlyList<string> terms, List<string> wanted)
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

    private bool IsSpelled(string word)
    {
        var sounds = Sounds(word);
        return sounds.Length > 0 && _spelled.Exists(text => StandsIn(text, sounds));
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
