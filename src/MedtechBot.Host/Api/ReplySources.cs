using MedtechBot.Answers;
using MedtechBot.Coordination;
using MedtechBot.Knowledge;

namespace MedtechBot.Host.Api;

/// <summary>The sources of a reply: only what stands in a passage, character for character, is passed on as a citation.</summary>
internal sealed class ReplySources(KnowledgeIndex knowledge)
{
    public (IReadOnlyList<Citation> Citations, ApiAnswer? Refusal) Check(IReadOnlyList<SourceBody?> sources, Language language)
    {
        if (sources.Count > Reply.MostSources)
        {
            return ([], ApiProblem.Bad($"\"sources\" may have at most {Reply.MostSources} entries; this has {sources.Count}."));
        }
        var snapshot = knowledge.Current;
        var citations = new List<Citation>(sources.Count);
        foreach (var source in sources)
        {
            var number = citations.Count + 1;
            if (source is not { PassageId.Length: > 0, Quote.Length: > 0 })
            {
                return ([], ApiProblem.Bad($"Source {number} needs \"passageId\" and \"quote\"."));
            }
            if (snapshot.FindPassage(new PassageId(source.PassageId)) is not { } passage)
            {
                return ([], ApiProblem.Impossible("unknown-passage", $"Source {number}: the knowledge has no passage of this id."));
            }
            var citation = Citation.Of(number, passage, source.Quote, language);
            if (!CitationCheck.Holds(citation, snapshot))
            {
                return ([], ApiProblem.Impossible("quote-not-found", $"Source {number}: the quote does not stand in the passage, character for character."));
            }
            citations.Add(citation);
        }
        return (citations, null);
    }
}
