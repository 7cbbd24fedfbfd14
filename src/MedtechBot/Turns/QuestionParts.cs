using System.Text.RegularExpressions;

namespace MedtechBot.Turns;

/// <summary>Two questions in one message, each to be answered by itself.</summary>
internal static partial class QuestionParts
{
    private const int Most = 3;

    /// <summary>The parts in the order asked; the message itself alone when it is one question. What is only told stays with the question after it.</summary>
    public static IReadOnlyList<string> Of(string message)
    {
        var asking = Asking(message);
        if (Joined(asking) is { } joined)
        {
            var before = message[..Math.Max(0, message.IndexOf(asking, StringComparison.Ordinal))];
            return [.. joined.Select(part => before + part.Trim())];
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

    private static string[]? Joined(string asking)
    {
        if (Both().Match(asking) is { Success: true } both)
        {
            // "同じところですか" asks where each of them is.
            var rest = both.Groups["rest"].Value.Replace("同じところ", "どこ", StringComparison.Ordinal).Replace("同じ", "何", StringComparison.Ordinal);
            return [both.Groups["a"].Value + rest, both.Groups["b"].Value + rest];
        }
        if (OfBoth().Match(asking) is { Success: true } of)
        {
            return [of.Groups["a"].Value + "の" + of.Groups["rest"].Value, of.Groups["b"].Value + "の" + of.Groups["rest"].Value];
        }
        return new[] { Listed(), Clauses(), EnglishClauses() }.Select(form => form.Match(asking)).FirstOrDefault(m => m.Success) is { } joined
            ? [joined.Groups["a"].Value, joined.Groups["b"].Value]
            : null;
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

    // "AとBは、それぞれ何年ですか", "AとBは同じところですか": the same is asked of both.
    [GeneratedRegex("^((?<a>[^、。？?]{2,50})と、|(?<a>[^、。？?と]{2,32})と)(?<b>[^、。？?]{2,50}?)(?<rest>((は|を|の|が|では|で)、?|、)(それぞれ|まとめて|両方|どちらも|同じ|どちら|どっち)[^。？?]{0,30}[。？?]?)$")]
    private static partial Regex Both();

    // "AとB、窓口はそれぞれどこですか"
    [GeneratedRegex("^(?<a>[^、。？?と]{2,32})と(?<b>[^、。？?と]{2,32})、(?<rest>[^、。？?]{2,24}は、?それぞれ[^、。？?]{1,20}[。？?]?)$")]
    private static partial Regex OfBoth();

    // "…する役所と、…する協議会の名前は": two things are named one after the other.
    [GeneratedRegex("^(?<a>[^、。？?]{6,50}[^、。？?こひ])と、(?<b>[^、。？?]{6,50}[。？?]?)$")]
    private static partial Regex Listed();

    // "…はいつ、…は誰ですか": each clause has its own question word.
    [GeneratedRegex("^(?<a>[^。？?]{0,50}(いつ|どこ|誰|だれ|いくら|いくつ|何|どの|どれ|どちら|どんな|なぜ)[^、。？?]{0,24})、(?<b>[^。？?]{0,40}(いつ|どこ|誰|だれ|いくら|いくつ|何|どの|どれ|どちら|どっち|どんな|なぜ|どう)[^。？?]{0,24}[。？?]?)$")]
    private static partial Regex Clauses();

    [GeneratedRegex("^(?<a>([^:.?]{2,60}: )?(what|how|who|when|where|which|is|are|do|does|did|can|may|must|since when|until when)\\b[^.?]{8,160}?),? and (?<b>((by|until|since|for|from|at|in) )?(what|how|who|when|where|which|is|are|do|does|can|may|must)\\b[^.?]{6,160}[.?]?)$", RegexOptions.IgnoreCase)]
    private static partial Regex EnglishClauses();
}
