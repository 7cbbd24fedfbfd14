using System.Collections.Concurrent;
using MedtechBot.Japanese;

namespace MedtechBot.Knowledge.Search;

/// <summary>Turns a question into what it is searched by: its own terms as texts are read, and what stands for them. Serves any number of threads.</summary>
internal sealed class QuestionReader(SearchTermReader reader, Thesaurus thesaurus, GeneralSynonyms synonyms, SearchParts without = SearchParts.None)
{
    // Of the domain's own words, which the knowledge base lists, and which mostly have one sense.
    private const float ThesaurusWeight = 0.3f;
    // Another way of writing the word, its abbreviation or translation.
    private const float SameWordWeight = 0.5f;
    private const float OtherWordWeight = 0.3f;
    private const int MostTokens = 6;

    private readonly ConcurrentDictionary<int, (int Form, int Word, string[] Words)[]> _groups = new();

    private readonly float _sameWord = without.HasFlag(SearchParts.Spellings) ? 0 : SameWordWeight;
    private readonly float _otherWord = without.HasFlag(SearchParts.Synonyms) ? 0 : OtherWordWeight;

    /// <summary>The same without some of its synonyms.</summary>
    public QuestionReader Without(SearchParts parts) => new(reader, parts.HasFlag(SearchParts.Thesaurus) ? Thesaurus.Empty : thesaurus, synonyms, parts);

    public QuestionTerms Read(string question)
    {
        var (text, buffer) = reader.Analyze(question);
        var asked = reader.Terms(text, buffer.Tokens, withKanaGrams: true);
        var words = new List<string>(asked.Words.Count);
        for (var i = 0; i < asked.Words.Count; i++)
        {
            if (!asked.Marks[i].HasFlag(WordMarks.Compound))
            {
                words.Add(asked.Words[i]);
            }
        }
        var counters = AskedCounters.In(buffer.Tokens, text);
        // Reading the synonyms' own words uses the tokens' memory.
        var found = Find(buffer.Tokens, text);
        return new QuestionTerms(asked, words, Expand(asked.Words, found), counters) { Text = text };
    }

    private List<(int Group, int Form)> Find(ReadOnlySpan<Token> tokens, string text)
    {
        var found = new List<(int, int)>();
        Span<char> form = stackalloc char[GeneralSynonyms.LongestForm + 1];
        for (var first = 0; first < tokens.Length; first++)
        {
            if (tokens[first].IsCompoundExtra || !SearchTermReader.IsContent(tokens[first], text))
            {
                continue;
            }
            for (var (last, count, isStart) = (first, 0, true); last < tokens.Length && count < MostTokens && isStart; last++)
            {
                if (tokens[last].IsCompoundExtra)
                {
                    continue;
                }
                count++;
                // As it is written, or with the last word in its base form.
                var written = text.AsSpan(tokens[first].Start, tokens[last].End - tokens[first].Start);
                Add(synonyms.Find(written, out isStart));
                var before = text.AsSpan(tokens[first].Start, tokens[last].Start - tokens[first].Start);
                var baseForm = reader.Analyzer.BaseForm(tokens[last], text);
                if (before.Length + baseForm.Length < form.Length && !written[before.Length..].SequenceEqual(baseForm))
                {
                    before.CopyTo(form);
                    baseForm.CopyTo(form[before.Length..]);
                    Add(synonyms.Find(form[..(before.Length + baseForm.Length)], out _));
                }

                void Add(int number)
                {
                    if (number < 0)
                    {
                        return;
                    }
                    foreach (var group in synonyms.GroupsOf(number))
                    {
                        found.Add((group, number));
                    }
                }
            }
        }
        return found;
    }

    private List<(string Word, float Weight)> Expand(List<string> own, List<(int Group, int Form)> found)
    {
        var weights = new SortedDictionary<string, float>(StringComparer.Ordinal);
        // A long question has many words, each of them with synonyms.
        var known = own.ToHashSet(StringComparer.Ordinal);
        foreach (var (word, weight) in thesaurus.Expand(own))
        {
            weights[word] = ThesaurusWeight * weight;
        }
        foreach (var (group, form) in found)
        {
            var word = synonyms.WordOf(group, form);
            foreach (var other in _groups.GetOrAdd(group, Words))
            {
                // A name of many words must not outweigh the one word that it stands for.
                var weight = other.Form == form ? 0 : (other.Word == word ? _sameWord : _otherWord) / MathF.Sqrt(other.Words.Length);
                foreach (var part in other.Words)
                {
                    if (weight > weights.GetValueOrDefault(part) && !known.Contains(part))
                    {
                        weights[part] = weight;
                    }
                }
            }
        }
        return [.. weights.Select(w => (w.Key, w.Value))];
    }

    private (int, int, string[])[] Words(int group) =>
        [.. synonyms.Members(group).Select(m => (m.Form, m.Word, reader.Read(synonyms.Text(m.Form), withKanaGrams: false).Words.ToArray()))];
}
