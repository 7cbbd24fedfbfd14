using System.Text;
using MedtechBot.Knowledge;
using MedtechBot.Knowledge.Search;

namespace MedtechBot.Answers;

/// <summary>
/// Answers in the passages' own words: the best passage's sentences, and another's where the question has a second part
/// that the first leaves open.
/// </summary>
internal static class QuotingComposer
{
    private const int MostPassages = 3;

    // A second passage must settle this share of the question that the first leaves open.
    private const double SecondPartShare = 0.3;

    // Of passages that score this much alike the first answers three times out of four; one of three answers nine times out of ten.
    private const double NearlyAsGood = 0.25;
    private const double OfItsOwn = 0.3;
    private const double TooFar = 0.9;

    private const int FewRows = 2;

    // Of what comes after this many characters one sentence is quoted: an answer is a few lines long.
    private const int LongEnough = 300;
    private const int TooLongForMore = 360;

    public static Answer Compose(Question question, IReadOnlyList<AnswerPart> parts, KnowledgeSnapshot knowledge)
    {
        var quotes = new List<Quoted>();
        foreach (var part in parts)
        {
            var passages = parts.Count == 1 ? Choose(part.Question, part.Candidates, knowledge.Words) : [Best(part, quotes)];
            quotes.AddRange(passages.Select(p => new Quoted(p, part.Question, IsRunnerUp: false)));
            quotes.AddRange(AlsoMeant(part.Question, part.Candidates, passages).Select(p => new Quoted(p, part.Question, IsRunnerUp: true)));
        }
        quotes = [.. quotes.DistinctBy(q => q.Passage.Id)];
        var chosen = new List<Passage>();
        var text = new StringBuilder();
        var citations = new List<Citation>();
        var isAfterRunnerUp = false;
        foreach (var (passage, asked, isRunnerUp) in quotes)
        {
            if (isRunnerUp && text.Length > TooLongForMore)
            {
                continue;
            }
            var isBrief = isRunnerUp || text.Length > LongEnough;
            IReadOnlyList<int> units = isBrief && passage.Units[0].Kind == QuoteUnitKind.Sentence ? [0]
                : [.. UnitSelection.Pick(asked.Words, passage, knowledge.Words.Of(passage)).Take(isBrief ? FewRows : int.MaxValue)];
            var citation = Cite(citations.Count + 1, passage, units, question.Language);
            citations.Add(citation);
            chosen.Add(passage);
            if (text.Length > 0)
            {
                text.Append("\n\n");
            }
            if (isRunnerUp && !isAfterRunnerUp)
            {
                text.Append(Phrases.AlsoClose(question.Language)).Append('\n');
            }
            isAfterRunnerUp = isRunnerUp;
            Write(text, asked, passage, units, citation.Position, isBrief, knowledge.Words);
        }
        var caveats = Caveats.Of(chosen, question.Language, question.Today);
        foreach (var note in caveats.Notes)
        {
            text.Append("\n\n").Append(note);
        }
        return new Answer
        {
            Outcome = OutcomeKind.Answered,
            Language = question.Language,
            Text = text.ToString(),
            Citations = citations,
            Caveat = caveats.Any,
            DateLine = Phrases.DateLine(chosen, question.Language),
            Suggestions = Suggest(question, [.. parts.SelectMany(p => p.Candidates)], chosen),
            OffersConsultation = caveats.LeavesOpen,
        };
    }

    // The part asked second wants something of its own where another passage says it nearly as well.
    private static Passage Best(AnswerPart part, List<Quoted> quoted) =>
        (part.Candidates.FirstOrDefault(c => part.Candidates[0].Score - c.Score < OfItsOwn && !quoted.Any(q => q.Passage == c.Passage)) ?? part.Candidates[0]).Passage;

    private static List<Passage> Choose(Question question, IReadOnlyList<Candidate> candidates, PassageWords words)
    {
        var chosen = new List<Passage> { candidates[0].Passage };
        var covered = question.Words.CoveredBy(words.Of(candidates[0].Passage).All);
        foreach (var candidate in candidates.Skip(1))
        {
            var all = question.Words.CoveredBy(words.Of(candidate.Passage).All);
            var gained = all.Select((yes, i) => yes && !covered[i]).ToArray();
            if (chosen.Count < MostPassages
                && candidate.Asked >= 0.35 && candidates[0].Score - candidate.Score < TooFar
                && question.Words.WeightOf(gained) >= SecondPartShare * question.Words.TotalWeight)
            {
                chosen.Add(candidate.Passage);
                covered = [.. covered.Zip(all, (a, b) => a || b)];
            }
        }
        AddWhatWasAskedFor(question, candidates, chosen);
        return chosen;
    }

    /// <summary>What scores nearly as well as the best passage; of each the first sentence is quoted, for it may be what was meant.</summary>
    private static IEnumerable<Passage> AlsoMeant(Question question, IReadOnlyList<Candidate> candidates, List<Passage> chosen) =>
        candidates.Skip(1)
            .TakeWhile(next => candidates[0].Score - next.Score < NearlyAsGood).Select(next => next.Passage)
            .Where(next => !chosen.Contains(next) && next is { Limit: not StatementLimit.NotInSources } && Relevance.IsOfThePlaceAsked(question, next)
                && (question.Language == Language.Japanese || next.English.Count > 0))
            .Take(MostPassages - chosen.Count);

    // A passage may be about the very thing and yet not say how much, how many or when; then the next that does is quoted as well.
    private static void AddWhatWasAskedFor(Question question, IReadOnlyList<Candidate> candidates, List<Passage> chosen)
    {
        if (chosen.Any(p => AskedForOf.CanBeIn(question.AskedFor, p.Text)))
        {
            return;
        }
        var saying = candidates.FirstOrDefault(c => c.Coverage >= 0.6 && AskedForOf.CanBeIn(question.AskedFor, c.Passage.Text));
        if (saying is not null)
        {
            chosen.Add(saying.Passage);
        }
    }

    /// <summary>
    /// Quotes everything that is said of the passage. What was left out between two picked units is quoted with them, because a quote
    /// stands in the passage as one piece.
    /// </summary>
    private static Citation Cite(int position, Passage passage, IReadOnlyList<int> units, Language language)
    {
        var quote = string.Join('\n', passage.Units.Take(units[^1] + 1).Skip(units[0]).Select(u => u.Text));
        return Citation.Of(position, passage, quote, language);
    }

    private static void Write(StringBuilder text, Question question, Passage passage, IReadOnlyList<int> units, int position, bool isBrief, PassageWords words)
    {
        if (question.Language == Language.English && passage.English.Count > 0)
        {
            text.AppendJoin(' ', isBrief ? passage.English.Take(1) : EnglishGist(question, passage, words.Of(passage))).Append($" [{position}]");
            return;
        }
        QuoteUnitKind? before = null;
        foreach (var i in units)
        {
            var unit = passage.Units[i];
            var asItem = unit.Kind != QuoteUnitKind.Sentence;
            if (before is not null && (asItem || before != QuoteUnitKind.Sentence))
            {
                text.Append('\n');
            }
            text.Append(asItem && units.Count > 1 ? "- " : "").Append(unit.Text);
            before = unit.Kind;
        }
        text.Append($" [{position}]");
    }

    private static IEnumerable<string> EnglishGist(Question question, Passage passage, WordsOfPassage words)
    {
        var length = 0;
        for (var i = 0; i < passage.English.Count; i++)
        {
            var speaks = question.Words.WeightOf(question.Words.CoveredBy(words.English[i])) > 0;
            if (i == 0 || length + passage.English[i].Length <= 320 || (speaks && length + passage.English[i].Length <= 480))
            {
                length += passage.English[i].Length;
                yield return passage.English[i];
            }
        }
    }

    private static List<string> Suggest(Question question, IReadOnlyList<Candidate> candidates, List<Passage> chosen) =>
        [.. candidates.Select(c => c.Passage)
            .Where(p => !chosen.Contains(p))
            .Select(p => question.Language == Language.English ? p.HeadingEn : p.Heading)
            .OfType<string>().Distinct().Take(3)];
}

/// <summary>One question with the passages found for it, best first.</summary>
internal sealed record AnswerPart(Question Question, IReadOnlyList<Candidate> Candidates);

/// <param name="IsRunnerUp">Quoted because the best passage is no clear winner; its first sentence alone.</param>
internal sealed record Quoted(Passage Passage, Question Question, bool IsRunnerUp);
