using System.Text.RegularExpressions;
using MedtechBot.Answers;
using MedtechBot.Knowledge;

namespace MedtechBot.Turns;

/// <summary>Reads a turn as a question: its language, and what it refers to in the conversation.</summary>
internal static partial class Understanding
{
    // A follow-up says little itself: one or two telling words, or a pointer back.
    private const int FewWords = 3;

    public static Question Of(Turn turn, KnowledgeSnapshot knowledge, DateOnly today)
    {
        var language = turn.Language == Language.English || LanguageOf.Text(turn.Question) == Language.English ? Language.English : Language.Japanese;
        var written = knowledge.Words.WriteKana(turn.Question);
        var corrected = written is null ? knowledge.Words.Correct(turn.Question) : null;
        var asked = written ?? corrected?.Text ?? turn.Question;
        var before = turn.Past.Count > 0 ? turn.Past[^1].Understood : null;
        var parts = new List<Question>();
        foreach (var part in QuestionParts.Of(asked))
        {
            var question = Of(part, before, language, bySound: written is not null, knowledge, today);
            parts.Add(question with { CitedBefore = turn.Past.Count > 0 ? turn.Past[^1].Passages : [] });
            // The second of two questions leaves out what the first has named.
            before = question.Text;
        }
        var whole = parts.Count == 1 ? parts[0]
            : new Question(asked, new QuestionWords(asked, knowledge.Words), null, language) { Today = today, Parts = parts };
        return whole with { ReadAs = corrected?.Corrections ?? [], Written = written };
    }

    private static Question Of(string asked, string? before, Language language, bool bySound, KnowledgeSnapshot knowledge, DateOnly today)
    {
        var words = new QuestionWords(asked, knowledge.Words, bySound, QuestionParts.Asking(asked));
        if (before is null || !IsFollowUp(asked, words))
        {
            return new Question(asked, words, null, language) { Today = today };
        }
        if (Places.Replace(before, asked) is { } moved)
        {
            return new Question(moved, new QuestionWords(moved, knowledge.Words), null, language) { Today = today };
        }
        return new Question(asked + "\n" + before, words, new QuestionWords(before, knowledge.Words), language) { Today = today };
    }

    public static Question About(this Question question, string text, KnowledgeSnapshot knowledge) =>
        new(text, new QuestionWords(text, knowledge.Words), null, question.Language) { Today = question.Today };

    private static bool IsFollowUp(string text, QuestionWords words) =>
        PointsBack().IsMatch(text) || words.Words.Distinct().Count() <= FewWords;

    [GeneratedRegex(@"^(それ|これ|そこ|その|この|では|じゃあ?|また|ほか|他に|さらに|あと|ちなみに|もっと|and\b|what about|how about|then\b)|それは|その(場合|とき|時|後|ため)|同じですか|\b(it|that|they|them|those)\b", RegexOptions.IgnoreCase)]
    private static partial Regex PointsBack();
}
