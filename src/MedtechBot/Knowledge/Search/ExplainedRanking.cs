namespace MedtechBot.Knowledge.Search;

/// <summary>An <see cref="Explanation"/> as an index gives it, which knows documents by their numbers.</summary>
internal sealed record ExplainedRanking(
    IReadOnlyList<string> Words, IReadOnlyList<ExpandedWord> Expanded, bool IsTrained, IReadOnlyList<ExplainedDocument> Documents);

internal sealed record ExplainedDocument(
    Ranked Ranked, IReadOnlyList<ExplainedPart> Parts, IReadOnlyList<ExplainedTerm> Terms, IReadOnlyList<LikeQuestion> Learned);

internal static class ExpandedWords
{
    /// <param name="byThesaurus">The same question read with the domain's thesaurus alone.</param>
    public static IReadOnlyList<ExpandedWord> Of(QuestionTerms asked, QuestionTerms byThesaurus)
    {
        var ofTheDomain = byThesaurus.Synonyms.ToDictionary(s => s.Word, s => s.Weight, StringComparer.Ordinal);
        // Of two that know a word, the one that made it heavier.
        return [.. asked.Synonyms.OrderByDescending(s => s.Weight).ThenBy(s => s.Word, StringComparer.Ordinal)
            .Select(s => new ExpandedWord(s.Word, s.Weight, ofTheDomain.GetValueOrDefault(s.Word) >= s.Weight))];
    }
}
