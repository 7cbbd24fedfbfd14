using MedtechBot.Knowledge;

namespace MedtechBot.Answers.Finders;

/// <summary>
/// Looks up in tables what a search for passages answers badly: who is responsible for a place, which desk for a matter, which programme
/// for a phase. Answers only what is clearly such a question; everything else is left to the composer.
/// </summary>
internal static class Finders
{
    private static readonly Func<FinderQuestion, KnowledgeSnapshot, Answer?>[] All =
        [OrganisationFinder.Find, DeskFinder.Find, StageGuide.Find, ProgrammeFinder.Find, CountryComparison.Find];

    public static Answer? Find(Question question, KnowledgeSnapshot knowledge) =>
        FinderQuestion.Readings(question)
            .SelectMany(reading => All.Select(find => find(reading(), knowledge)))
            .FirstOrDefault(answer => answer is not null && answer.Text.Length > 0 && CitationCheck.Holds(answer, knowledge));
}
