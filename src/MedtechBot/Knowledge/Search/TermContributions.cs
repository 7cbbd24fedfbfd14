namespace MedtechBot.Knowledge.Search;

/// <summary>What each single term of a question adds to documents: the first stage once more, term by term, for whoever asks why.</summary>
internal sealed class TermContributions(TermField words, TermField titles, TermField bigrams, Lazy<WordSounds> sounds, SearchParts without)
{
    private readonly record struct Term(string Field, string Text, double Rarity, Action<float[]> Add);

    /// <summary>Of each of the documents, heaviest first; what adds nothing is left out.</summary>
    public IReadOnlyList<ExplainedTerm>[] Of(QuestionTerms asked, IReadOnlyList<int> documents, int count)
    {
        var found = documents.Select(_ => new List<ExplainedTerm>()).ToArray();
        var scores = new float[count];
        foreach (var term in Terms(asked))
        {
            Array.Clear(scores);
            term.Add(scores);
            for (var i = 0; i < found.Length; i++)
            {
                if (scores[documents[i]] is not 0 and var adds)
                {
                    found[i].Add(new ExplainedTerm(term.Field, term.Text, term.Rarity, adds));
                }
            }
        }
        return [.. found.Select(terms => terms.OrderByDescending(t => t.Contribution).ThenBy(t => t.Field, StringComparer.Ordinal).ThenBy(t => t.Term, StringComparer.Ordinal).ToList())];
    }

    private IEnumerable<Term> Terms(QuestionTerms asked)
    {
        foreach (var word in asked.Words.GroupBy(w => w, StringComparer.Ordinal))
        {
            yield return new Term("words", word.Key, words.Rarity(word.Key), scores => words.Accumulate([.. word], TextIndex.WordWeight, scores));
            if (!without.HasFlag(SearchParts.Titles))
            {
                yield return new Term("titles", word.Key, titles.Rarity(word.Key), scores => titles.Accumulate([.. word], TextIndex.TitleWeight, scores));
            }
        }
        foreach (var pair in without.HasFlag(SearchParts.Bigrams) ? [] : asked.Asked.Bigrams.GroupBy(b => b))
        {
            yield return new Term("bigrams", SearchTermReader.Pair(pair.Key), bigrams.Rarity(pair.Key), scores => bigrams.Accumulate([.. pair], TextIndex.BigramWeight, scores));
        }
        foreach (var alike in without.HasFlag(SearchParts.Sounds) || !asked.Asked.MostlyKana ? [] : sounds.Value.In(asked.Text))
        {
            yield return new Term("kana", string.Join('・', alike.Select(words.Word)), words.RarityAsOne(alike), scores => words.AccumulateAsOne(alike, TextIndex.SoundWeight, scores));
        }
        foreach (var (word, weight) in asked.Synonyms)
        {
            yield return new Term("synonyms", word, words.Rarity(word), scores =>
            {
                words.Accumulate([word], weight, scores);
                if (!without.HasFlag(SearchParts.Titles))
                {
                    titles.Accumulate([word], weight * TextIndex.SynonymTitleShare, scores);
                }
            });
        }
    }
}
