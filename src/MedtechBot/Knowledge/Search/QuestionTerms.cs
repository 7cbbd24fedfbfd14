namespace MedtechBot.Knowledge.Search;

/// <summary>What a question is searched by.</summary>
/// <param name="Asked">Its own terms.</param>
/// <param name="Words">Its words without compounds whose parts are among them too.</param>
/// <param name="Synonyms">Words that stand for some of its own, each once, in the order of their characters.</param>
/// <param name="Counters">What it wants counted or dated: of 何年 and いつ, 年.</param>
internal sealed record QuestionTerms(
    SearchTerms Asked, IReadOnlyList<string> Words, IReadOnlyList<(string Word, float Weight)> Synonyms, IReadOnlyList<string> Counters)
{
    /// <summary>The question in its normal form.</summary>
    public required string Text { get; init; }
}
