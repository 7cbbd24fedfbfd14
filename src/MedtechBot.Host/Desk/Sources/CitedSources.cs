using MedtechBot.Answers;
using MedtechBot.Knowledge;
using Microsoft.Extensions.Primitives;

namespace MedtechBot.Host.Desk.Sources;

/// <summary>What a reply is said to rest on. The form names passages and quotes; what counts is only what stands there.</summary>
/// <param name="Refused">So many could not be found as they were quoted.</param>
public sealed record CitedSources(IReadOnlyList<Citation> Sources, int Refused)
{
    // Far more than any form of ours sends.
    private const int MostRead = 100;

    /// <summary>As a form carries it: the passage's id, a space, the quote.</summary>
    public static string Value(PassageId passage, string quote) => passage.Value + " " + quote;

    public static CitedSources Read(StringValues given, KnowledgeSnapshot knowledge, Language language)
    {
        var sources = new List<Citation>();
        var refused = 0;
        foreach (var value in given.OfType<string>().Distinct(StringComparer.Ordinal).Take(MostRead))
        {
            var parts = value.ReplaceLineEndings("\n").Split(' ', 2);
            if (parts is [var id, var quote] && knowledge.FindPassage(new PassageId(id)) is { } passage
                && Citation.Of(sources.Count + 1, passage, quote, language) is var citation && CitationCheck.Holds(citation, knowledge))
            {
                sources.Add(citation);
            }
            else
            {
                refused++;
            }
        }
        return new CitedSources(sources, refused);
    }
}
