using System.Reflection;
using System.Text.RegularExpressions;
using MedtechBot.Answers;
using MedtechBot.Japanese;
using MedtechBot.Knowledge.Reading;

namespace MedtechBot.Turns;

/// <summary>Asks back about short forms that mean different things in different places (AmbiguousTerms.yaml).</summary>
internal static partial class AmbiguousTerms
{
    private static readonly Lazy<(IReadOnlyList<AmbiguousTerm> Terms, IReadOnlySet<string> Asking)> File = new(Read);

    public static Answer? Ask(Turn turn, Question question)
    {
        var written = TextNormalizer.Normalize(turn.Question).Text;
        if (turn.Past.Count > 0 || File.Value.Terms.FirstOrDefault(t => t.IsOpen(written, question, File.Value.Asking)) is not { } term)
        {
            return null;
        }
        var said = term.SaidAs(written);
        return question.Language == Language.English
            ? Clarification.Ask(question.Language, $"\"{said}\" can mean several things. Which do you mean?", term.ChoicesEn)
            : Clarification.Ask(question.Language, $"「{said}」はいくつかの意味で使われます。どちらのことでしょうか。", term.Choices);
    }

    private static (IReadOnlyList<AmbiguousTerm>, IReadOnlySet<string>) Read()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("turns/AmbiguousTerms.yaml")!;
        var problems = new FileProblems("AmbiguousTerms.yaml");
        var file = YamlMap.Parse(new StreamReader(stream).ReadToEnd(), 0, problems)!;
        file.RejectKeysExcept("terms", "asking");
        return ([.. file.Maps("terms").Select(AmbiguousTerm.Of)], file.Texts("asking").ToHashSet(StringComparer.Ordinal));
    }

    private sealed partial record AmbiguousTerm(Regex Said, bool Alone, Regex? Settled, IReadOnlyList<string> Choices, IReadOnlyList<string> ChoicesEn)
    {
        public static AmbiguousTerm Of(YamlMap map)
        {
            map.RejectKeysExcept("any", "alone", "settled_by", "choices", "choices_en");
            var alone = map.Has("alone");
            return new AmbiguousTerm(
                AnyOf(map.Texts(alone ? "alone" : "any")), alone, map.Has("settled_by") ? AnyOf(map.Texts("settled_by")) : null,
                map.Texts("choices"), map.Texts("choices_en"));
        }

        public string SaidAs(string written) => Said.Match(written).Value is { Length: > 0 } said && char.IsAsciiLetter(said[0]) && said.Length <= 5 ? said.ToUpperInvariant() : Said.Match(written).Value;

        public bool IsOpen(string written, Question question, IReadOnlySet<string> asking) =>
            Said.IsMatch(written) && Settled?.IsMatch(written) is not true && (!Alone || (NamesNothingElse(written, question, asking) && !AsksWhatItIs().IsMatch(written)));

        private bool NamesNothingElse(string written, Question question, IReadOnlySet<string> asking) =>
            question.Words.Words.Where((_, i) => question.Words.Weights[i] > 0).All(word => asking.Contains(word) || Said.Match(written).Value.Contains(word, StringComparison.Ordinal));

        private static Regex AnyOf(IReadOnlyList<string> words) => new(
            string.Join('|', words.Select(w => TextNormalizer.Normalize(w).Text).Select(w => char.IsAsciiLetterOrDigit(w[0]) ? $"(?<![a-z0-9]){Regex.Escape(w)}(?![a-z0-9])" : Regex.Escape(w))),
            RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

        [GeneratedRegex("とは|って何|って、何|意味|違い|種類|what (is|are|does)|mean", RegexOptions.IgnoreCase)]
        private static partial Regex AsksWhatItIs();
    }
}
