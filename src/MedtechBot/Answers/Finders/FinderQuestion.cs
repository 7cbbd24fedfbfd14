using System.Text.RegularExpressions;
using MedtechBot.Knowledge;
using MedtechBot.Knowledge.Search;

namespace MedtechBot.Answers.Finders;

/// <summary>
/// A question as a finder reads it: what is said now, and for a follow-up ("大学の場合は") the question before it, which fills in what is
/// left unsaid.
/// </summary>
internal sealed class FinderQuestion
{
    private readonly Wording[] _said;
    private bool _namedNow;

    private readonly Question _question;

    private FinderQuestion(Question question, params string[] said) =>
        (_question, _said) = (question, [.. said.Select(s => new Wording(s))]);

    public bool IsEnglish => _question.Language == Language.English;

    public FinderReply Reply() => new(_question.Language, _question.Today);

    /// <summary>What is left of the question when everything recognised is crossed out: what it is about.</summary>
    public string Subject => _said.Select(s => s.Left).FirstOrDefault(left => left.Length > 1) ?? "";

    public Question About(string text, KnowledgeSnapshot knowledge) =>
        new(text, new QuestionWords(text, knowledge.Words), null, _question.Language) { Today = _question.Today };

    /// <summary>The readings to try, in this order: what was said now alone, then together with what it follows up on.</summary>
    public static IEnumerable<Func<FinderQuestion>> Readings(Question question)
    {
        var lines = Countries.Spread(question.Text).Split('\n', 3, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (lines.Length == 0 || lines.Any(l => l.Length > MostCharacters))
        {
            yield break;
        }
        yield return () => new FinderQuestion(question, lines[0]);
        if (lines.Length > 1 && question.Context is not null)
        {
            yield return () => new FinderQuestion(question, lines[0], lines[1]);
        }
    }

    /// <summary>The names that the question holds; what is said now replaces what was said before.</summary>
    public IReadOnlyList<string> Named(Spellings known)
    {
        var named = _said.Select(s => s.Cross(known)).ToList();
        _namedNow |= named[0].Count > 0;
        return named.Find(n => n.Count > 0) ?? [];
    }

    /// <summary>Asks for one of these kinds of thing, going by its question words.</summary>
    public bool Wants(AskedFor kinds) => (AskedForOf.Question(_said[0].Text) & kinds) != 0;

    /// <summary>Japan's fiscal year of the day it is asked.</summary>
    public int FiscalYear => _question.Today.Month >= 4 ? _question.Today.Year : _question.Today.Year - 1;

    /// <summary>The first match, of what is said now before what was said earlier; crossed out like everything recognised.</summary>
    public Match? Match(Regex pattern)
    {
        var match = _said.Select(s => pattern.Match(s.Text)).FirstOrDefault(m => m.Success);
        _namedNow |= pattern.IsMatch(_said[0].Text);
        Says(pattern);
        return match;
    }

    /// <summary>Whether one of these names stands in what is said now, as it is written.</summary>
    public bool Contains(IEnumerable<string> names) => names.Any(n => n.Length > 0 && _said[0].Text.Contains(n, StringComparison.OrdinalIgnoreCase));

    /// <summary>What is said now, normalised.</summary>
    public string Now => _said[0].Text;

    public bool Says(Regex pattern) => _said.Select(s => s.Cross(pattern)).ToList().Exists(yes => yes);

    /// <summary>Nothing telling is left over, and a follow-up names something itself.</summary>
    public bool IsUnderstood(int leftOver) => (_said.Length == 1 || _namedNow) && _said.All(s => s.LeftOver() <= leftOver);

    // Whoever writes a story asks for more than a lookup can say.
    private const int MostCharacters = 160;
}
