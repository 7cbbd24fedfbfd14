namespace MedtechBot.Knowledge.Search.Learning;

/// <summary>A question as it is compared with others.</summary>
/// <param name="Words">Without compounds whose parts are among them too.</param>
/// <param name="Distinct">Each of them once.</param>
/// <param name="Tells">How much each of those tells.</param>
/// <param name="Weight">How much it counts among those of its document: less when it was confirmed long ago.</param>
internal sealed record LearnedQuestion(string Text, string[] Words, string[] Distinct, double[] Tells, double Weight)
{
    public static LearnedQuestion Of(string text, IReadOnlyList<string> words, Func<string, double> tells, double weight = 1)
    {
        string[] distinct = [.. words.Distinct(StringComparer.Ordinal)];
        return new LearnedQuestion(text, [.. words], distinct, Array.ConvertAll(distinct, w => tells(w)), weight);
    }
}
