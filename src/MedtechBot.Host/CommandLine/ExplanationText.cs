using System.Globalization;
using MedtechBot.Answers;
using MedtechBot.Knowledge.Search;
using MedtechBot.Turns;

namespace MedtechBot.Host.CommandLine;

/// <summary>Why passages stand in their order, as <c>ask --explain</c> prints it.</summary>
internal static class ExplanationText
{
    // The rest of a long question's terms is added up in one line.
    private const int MostTerms = 12;

    public static IEnumerable<string> Of(ExplainedTurn turn)
    {
        yield return "== Why ==";
        yield return $"understood: {turn.Understood.ReplaceLineEndings(" / ")}";
        if (turn.Written is { } written)
        {
            yield return $"read from kana as: {written}";
        }
        foreach (var correction in turn.Corrected)
        {
            yield return $"corrected: {correction.Wrong} -> {correction.Right}";
        }
        if (turn.Limit is { } limit)
        {
            yield return $"limit met: {limit}" + (turn.Questions.Count > 0 ? " (below: what is said in general beside it)" : "");
        }
        foreach (var line in turn.Questions.SelectMany(Of))
        {
            yield return line;
        }
    }

    private static IEnumerable<string> Of(ExplainedQuestion question)
    {
        yield return "";
        yield return $"searched: {question.Text.ReplaceLineEndings(" / ")}";
        if (question.Search is { } search)
        {
            yield return $"words: {string.Join(' ', search.Words)}";
            yield return $"weights: {(search.IsTrained ? "trained from use" : "as shipped")}";
            yield return "expanded: " + (search.Expanded.Count == 0 ? "nothing"
                : string.Join(", ", search.Expanded.Select(e => $"{e.Word} ({(e.IsOfTheDomain ? "thesaurus" : "general")} {Number(e.Weight)})")));
        }
        foreach (var line in question.Passages.SelectMany(passage => (IEnumerable<string>)["", .. Of(passage), .. question.Found(passage.Id) is { } found ? Of(found) : []]))
        {
            yield return line;
        }
    }

    private static IEnumerable<string> Of(ExplainedCandidate passage)
    {
        yield return $"{passage.Place}. {passage.Id.Value}  {passage.Title} / {passage.Heading}";
        yield return $"   answer: {Number(passage.Score)} = " + string.Join(" ", Parts(passage.Parts).Where(p => p.Adds != 0).Select(p => $"{(p.Adds < 0 ? "-" : "+")} {p.Name} {Number(Math.Abs(p.Adds))}"))
            + $"  (speaks of {passage.Coverage:P0} of the question, heading alike {passage.Resemblance:P0}{(passage.Carries ? "" : ", too little to be quoted without reserve")})";
    }

    private static IEnumerable<string> Of(ExplainedPassage passage)
    {
        yield return $"   search: place {passage.Place}, {Number(passage.Score)}" + (passage.Meaning is { } meaning
            ? FormattableString.Invariant($" = {1 - meaning.Weight:0.##} × words {meaning.Words:0.###} + {meaning.Weight:0.##} × meaning {meaning.Nearness:0.###}; the words:") : "");
        foreach (var part in passage.Parts.Where(p => p.Contribution != 0))
        {
            yield return $"     {part.Name,-18} {Number(part.Contribution),8}" + (part.Weight == 1 ? "" : $" = {Number(part.Weight)} × {Number(part.Value)}");
            var terms = passage.Terms.Where(t => t.Field == part.Name).ToList();
            foreach (var term in terms.Take(MostTerms))
            {
                yield return $"       {term.Term}  {Number(term.Contribution)}  (idf {Number(term.Rarity)})";
            }
            if (terms.Count > MostTerms)
            {
                yield return $"       {terms.Count - MostTerms} more  {Number(terms.Skip(MostTerms).Sum(t => t.Contribution))}";
            }
        }
        foreach (var question in passage.Learned)
        {
            yield return $"     learned question: {question.Text} ({question.Likeness:P0} alike)";
        }
    }

    private static IEnumerable<(string Name, double Adds)> Parts(RelevanceParts parts) =>
    [
        ("found", parts.Found), ("resemblance", parts.Resemblance), ("coverage", parts.Coverage), ("context", parts.Context), ("limit", parts.Limit),
        ("expired", parts.Expired), ("other kind", parts.OtherKind), ("other case", parts.OtherCase), ("same document", parts.SameDocument), ("place", parts.Place),
    ];

    private static string Number(double value) => value.ToString("0.###", CultureInfo.InvariantCulture);
}
