using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using MedtechBot.Japanese;
using MedtechBot.Knowledge;

namespace MedtechBot.Answers.Finders;

/// <summary>Names to be recognised in questions, in the form they are compared in; made once for each column of a snapshot.</summary>
internal sealed class Spellings
{
    private static readonly ConditionalWeakTable<KnowledgeSnapshot, ConcurrentDictionary<(FinderTable, string), Spellings>> Columns = [];

    private readonly Dictionary<char, List<(string Name, string Sounds)>> _byFirst;

    public Spellings(IEnumerable<string> names)
    {
        _byFirst = names.Distinct().Select(name => (Name: name, Sounds: Kana.ToHiragana(TextNormalizer.Normalize(name, NormalizationOptions.KeepCircledDigits).Text)))
            .Where(n => n.Sounds.Length > 0).OrderByDescending(n => n.Sounds.Length)
            .GroupBy(n => n.Sounds[0]).ToDictionary(g => g.Key, g => g.ToList());
    }

    /// <param name="forms">The forms a value is looked for in, where it is not looked for by itself.</param>
    public static Spellings Of(KnowledgeSnapshot knowledge, FinderTable table, string column, Func<string, IEnumerable<string>>? forms = null) =>
        Columns.GetOrCreateValue(knowledge).GetOrAdd((table, forms is null ? column : column + "+"), _ =>
        {
            var values = knowledge.Table(table).SelectMany(p => p.Rows).SelectMany(r => r.List(column)).Distinct();
            return new Spellings(forms is null ? values : values.SelectMany(forms));
        });

    /// <summary>The names that begin with this character, longest first.</summary>
    public IReadOnlyList<(string Name, string Sounds)> From(char first) => _byFirst.GetValueOrDefault(first) ?? [];
}
