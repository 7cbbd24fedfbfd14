using MedtechBot.Knowledge;
using MedtechBot.Knowledge.Search;

namespace MedtechBot.Answers;

/// <summary>A passage with what speaks for it.</summary>
/// <param name="Coverage">The share of the question's content that the passage speaks of, 0 to 1.</param>
/// <param name="Asked">How closely its heading, or another way of asking for it, resembles the question, 0 to 1.</param>
internal sealed record Candidate(Passage Passage, double Coverage, double Asked, RelevanceParts Parts)
{
    public double Score { get; } = Parts.Score;
}

/// <summary>Orders what the search found by how well each passage answers the question.</summary>
internal static class Relevance
{
    private const double AskedWeight = 1.4;
    private const double CoverageWeight = 0.8;
    private const double ContextWeight = 0.5;

    // That the sources are silent is worth saying only when nothing else answers.
    private const double SilencePenalty = 0.15;
    private const double SupersededPenalty = 0.2;

    // Of two passages that say the same, the one that rests on an official page.
    private const double UnverifiedPenalty = 0.1;
    // Enough to prefer what still holds among passages about the same; what expired still answers when nothing else does.
    private const double ExpiredPenalty = 0.25;
    private const double WrongKindPenalty = 0.4;
    private const double OtherCasePenalty = 0.35;

    // What follows up on an answer is mostly answered by the document that it came from; people stay with a matter for a while.
    private const double SameDocumentBonus = 0.25;
    private const double StillSameDocumentBonus = 0.12;

    // Another country's rule is a wrong answer; where none is named, people mean the rules at home.
    private const double OtherJurisdictionPenalty = 1.0;
    private const double ForeignPenalty = 0.5;

    // Who asks about one country wants its own section before the comparison of all.
    private const double ManyPenalty = 0.15;

    public static IReadOnlyList<Candidate> Order(Question question, IReadOnlyList<PassageHit> hits, PassageWords words)
    {
        var best = hits.Count == 0 ? 1 : Math.Max(1e-9, hits.Max(h => h.Terms));
        return [.. hits
            .Select(hit => Judge(question, hit, hit.Terms / best, words))
            .OrderByDescending(c => c.Score).ThenBy(c => c.Passage.Id.Value, StringComparer.Ordinal)];
    }

    /// <summary>Whether a passage is mainly about a jurisdiction that the question names; any is when it names none.</summary>
    public static bool IsOfThePlaceAsked(Question question, Passage passage) =>
        question.Jurisdictions.Count == 0 || passage.Jurisdictions.Count == 0 || passage.Jurisdictions.Contains(Jurisdictions.Anywhere)
        || question.Jurisdictions.Contains(passage.Jurisdictions[0])
        // Who compares places is served by what speaks of several of them.
        || (question.Jurisdictions.Count > 1 && passage.Jurisdictions.Count(question.Jurisdictions.Contains) > 1);

    private static Candidate Judge(Question question, PassageHit hit, double found, PassageWords words)
    {
        var passage = words.Of(hit.Passage);
        // "金額は?" says nothing itself.
        var coverage = question.Words.TotalWeight == 0 && question.Context is { } before ? before.Coverage(passage) : question.Words.Coverage(passage);
        var asked = 0.0;
        for (var heading = 0; heading < passage.Headings.Length; heading++)
        {
            asked = Math.Max(asked, Resemblance(question, passage, heading, words));
        }
        var context = question.Context is null ? 0 : question.Context.Coverage(passage);
        var isOfTheSameDocument = question.CitedBefore.Any(before => before.DocumentId == hit.Passage.Id.DocumentId);
        return new Candidate(hit.Passage, coverage, asked, new RelevanceParts(
            found,
            AskedWeight * asked,
            CoverageWeight * coverage,
            ContextWeight * context,
            Limit: 0 - LimitPenalty(hit.Passage.Limit),
            Expired: hit.Passage.IsExpired(question.Today) ? -ExpiredPenalty : 0,
            OtherKind: AskedForOf.CanBeIn(question.AskedFor, hit.Passage.Text) ? 0 : -WrongKindPenalty,
            OtherCase: !question.IsOwnCase && OwnCase.IsSettledBy(hit.Passage.Heading) ? -OtherCasePenalty : 0,
            SameDocument: !isOfTheSameDocument ? 0 : question.Context is null ? StillSameDocumentBonus : SameDocumentBonus,
            Place: 0 - JurisdictionPenalty(question, hit.Passage, passage)));
    }

    private static double LimitPenalty(StatementLimit limit) => limit switch
    {
        StatementLimit.NotInSources => SilencePenalty,
        StatementLimit.Superseded => SupersededPenalty,
        StatementLimit.Unverified => UnverifiedPenalty,
        _ => 0,
    };

    private static double JurisdictionPenalty(Question question, Passage passage, WordsOfPassage words)
    {
        var held = passage.Jurisdictions;
        if (question.Jurisdictions.Count == 1 && ((held.Count > 2 && held.Any(question.Jurisdictions.Contains)) || held.Contains(Jurisdictions.Anywhere)))
        {
            return ManyPenalty;
        }
        if (held.Count == 0 || held.Contains(Jurisdictions.Anywhere))
        {
            return 0;
        }
        // What a passage is mainly about stands first.
        var (wanted, penalty) = question.Jurisdictions.Count > 0
            ? (question.Jurisdictions, OtherJurisdictionPenalty)
            // Hubs abroad are studied as examples, whoever asks from where.
            : passage.Topics.Contains("ecosystem") ? (held.ToHashSet(), 0) : (Jurisdictions.HomeOnly, ForeignPenalty);
        return wanted.Contains(held[0]) ? 0 : held.Concat(words.Named).Any(wanted.Contains) ? penalty / 3 : penalty;
    }

    /// <summary>
    /// Dice's coefficient with weighted words, by sounds where the question is all kana; less when the heading asks for another kind of
    /// thing. What the document's title says counts for a heading that leaves it out.
    /// </summary>
    private static double Resemblance(Question question, WordsOfPassage passage, int heading, PassageWords words)
    {
        var asked = question.Words;
        var sounds = asked.MostlyKana ? asked.KanaResemblance(passage.HeadingKanaGrams[heading]) : 0;
        var own = passage.Headings[heading];
        var alike = 0.0;
        if (own.Length > 0 && asked.TotalWeight > 0)
        {
            var inHeading = asked.WeightIn(own);
            var inTitle = asked.WeightIn(own, passage.DocumentTitle) - inHeading;
            alike = Math.Min(1, (2 * inHeading + inTitle) / (asked.TotalWeight + words.WeightOf(own)));
        }
        return Math.Max(alike, sounds) * Fit(question.AskedFor, passage.HeadingKinds[heading]);
    }

    private static double Fit(AskedFor question, AskedFor heading) => (question & heading) switch
    {
        not 0 => 1.2,
        _ when heading != 0 => 0.75,
        _ when question != 0 => 0.85,
        _ => 1,
    };
}
