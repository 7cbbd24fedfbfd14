using System.Text.RegularExpressions;

namespace MedtechBot.Turns;

/// <summary>Two questions in one message, each to be answered by itself.</summary>
internal static partial class QuestionParts
{
    private const int Most = 3;

    /// <summary>The parts in the order asked; the message itself alone when it is one question. What is only told stays with the question after it.</summary>
    public static IReadOnlyList<string> Of(string message)
    {
        if (Both().Match(message) is { Success: true } both)
        {
            var rest = both.Groups["rest"].Value;
            return [both.Groups["a"].Value + rest, both.Groups["b"].Value + rest];
        }
        var parts = new List<string>();
        var told = "";
        foreach (Match sentence in Sentence().Matches(message))
        {
            if (!Asks().IsMatch(sentence.Value))
            {
                told += sentence.Value;
                continue;
            }
            parts.Add((told + sentence.Value).Trim());
            told = "";
        }
        return parts.Count is >= 2 and <= Most && told.Length == 0 ? parts : [message];
    }

    /// <summary>The part without what it only tells before or after it asks; the part itself when it asks throughout, or nowhere.</summary>
    public static string Asking(string part)
    {
        var asking = string.Concat(Sentence().Matches(part).Select(m => m.Value).Where(s => Asks().IsMatch(s)));
        return asking.Length == 0 ? part : asking;
    }

    [GeneratedRegex("(?:[^。？?！!.\\n]|\\.(?!\\s{1,8}[A-Z])){1,400}[。？?！!.\\n]{0,8}")]
    private static partial Regex Sentence();

    [GeneratedRegex("[？?]\\s{0,4}$|か(ね|な)?[。\\s]{0,4}$|(は|なら|場合は)[。\\s]{0,4}$|(教えて|知りたい)[^。]{0,12}[。\\s]{0,4}$|^\\s{0,4}(what|how|who|when|where|which|is|are|do|does|can|may|must)\\b", RegexOptions.IgnoreCase)]
    private static partial Regex Asks();

    // "AとBは、それぞれ何年ですか": the same is asked of both.
    [GeneratedRegex("^(?<a>[^、。？?と]{2,24})と(?<b>[^、。？?と]{2,24}?)(?<rest>(は|を|の|が)、?(それぞれ|まとめて|両方|どちらも)[^。？?]{2,30}[。？?]?)$")]
    private static partial Regex Both();
}
