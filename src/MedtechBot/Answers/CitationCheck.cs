using MedtechBot.Knowledge;

namespace MedtechBot.Answers;

/// <summary>A citation holds only if its quote stands in its passage, character for character, whoever composed the answer.</summary>
public static class CitationCheck
{
    public static bool Holds(Citation citation, KnowledgeSnapshot knowledge) =>
        citation.Quote.Length > 0
        && knowledge.FindPassage(citation.Id) is { } passage
        && passage.Text.Contains(citation.Quote, StringComparison.Ordinal);

    /// <summary>True when every mark [n] in the text has its citation and every citation holds.</summary>
    public static bool Holds(Answer answer, KnowledgeSnapshot knowledge) =>
        answer.Citations.All(c => Holds(c, knowledge))
        && answer.Citations.Select((c, i) => c.Position == i + 1 && answer.Text.Contains($"[{c.Position}]", StringComparison.Ordinal)).All(ok => ok);
}
