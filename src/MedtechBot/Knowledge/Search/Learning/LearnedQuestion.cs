namespace MedtechBot.Knowledge.Search.Learning;

/// <summary>A question as it is compared with others.</summary>
/// <param name="Words">Without compounds whose parts are among them too.</param>
/// <param name="Distinct">Each of them once.</param>
/// <param name="Tells">How much each of those tells.</param>
internal sealed record LearnedQuestion(string Text, string[] Words, string[] Distinct, double[] Tells)
{
    public static LearnedQuestion Of(string text, IReadOnlyList<string> words, Func<string, double> tells)
    {
        string[] distinct = [.. words.Distinct(StringComparer.Ordinal)];
        return new LearnedQuestion(text, [.. words], distinct, Array.ConvertAll(distinct, w => tells(w)));
    }
}
