namespace MedtechBot.Answers;

/// <summary>What the answer's own ordering made of a passage that the search found: each part adds to its score, or takes from it.</summary>
/// <param name="Found">What the search found in it, of what it found in the best.</param>
/// <param name="Resemblance">How closely a heading, or another way of asking, resembles the question.</param>
/// <param name="Coverage">How much of the question it speaks of.</param>
/// <param name="Context">How much it speaks of what the question follows up on.</param>
/// <param name="Limit">What its statement lacks: silent sources, superseded, unverified.</param>
/// <param name="Expired">It is past its validity.</param>
/// <param name="OtherKind">It holds no thing of the kind that is asked for.</param>
/// <param name="OtherCase">It settles somebody else's case.</param>
/// <param name="SameDocument">The last answer came from its document.</param>
/// <param name="Place">It is about another country, or about many.</param>
public readonly record struct RelevanceParts(
    double Found, double Resemblance, double Coverage, double Context,
    double Limit, double Expired, double OtherKind, double OtherCase, double SameDocument, double Place)
{
    /// <summary>All of them.</summary>
    public double Score => Found + Resemblance + Coverage + Context + Limit + Expired + OtherKind + OtherCase + SameDocument + Place;
}
