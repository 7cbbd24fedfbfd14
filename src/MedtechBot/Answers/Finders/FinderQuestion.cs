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

    private FinderQuestion(Language language, params string[] said) =>
        (Language, _said) = (language, [.. said.Select(s => new Wording(s))]);

    public Language Language { get; }

    public bool IsEnglish => Language == Language.English;

    /// <summary>The readings to try, in this order: what was said now alone, then together with what it follows up on.</summary>
    public static IEnumerable<Func<FinderQuestion>> Readings(Question question)
    {
        var lines = question.Text.Split('\n', 3, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (lines.Length == 0 || lines.Any(l => l.Length > MostCharacters))
        {
            yield break;
        }
        yield return () => new FinderQuestion(question.Language, lines[0]);
        if (lines.Length > 1 && question.Context is not null)
        {
            yield return () => new FinderQuestion(question.Language, lines[0], lines[1]);
        }
    }

    /// <summary>The column's values that the question names; what is said now replaces what was said before.</summary>
    public IReadOnlyList<string> Named(string column, IEnumerable<PassageRow> rows) => Named(rows.SelectMany(r => r.List(column)));

    /// <inheritdoc cref="Named(string, IEnumerable{PassageRow})"/>
    public IReadOnlyList<string> Named(IEnumerable<string> spellings)
    {
        var known = spellings.ToList();
        var named = _said.Select(s => s.Cross(known)).ToList();
        _namedNow |= named[0].Count > 0;
        return named.Find(n => n.Count > 0) ?? [];
    }

    /// <summary>Asks for one of these kinds of thing, going by its question words.</summary>
    public bool Wants(AskedFor kinds) => (AskedForOf.Question(_said[0].Text) & kinds) != 0;

    public bool Says(Regex pattern) => _said.Select(s => s.Cross(pattern)).ToList().Exists(yes => yes);

    /// <summary>Nothing telling is left over, and a follow-up names something itself.</summary>
    public bool IsUnderstood(int leftOver) => (_said.Length == 1 || _namedNow) && _said.All(s => s.LeftOver() <= leftOver);

    // Whoever writes a story asks for more than a lookup can say.
    private const int MostCharacters = 160;
}
