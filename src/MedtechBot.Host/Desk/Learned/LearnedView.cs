using MedtechBot.Consultations;
using MedtechBot.Knowledge;
using MedtechBot.LearningFromUse;
using Microsoft.AspNetCore.WebUtilities;

namespace MedtechBot.Host.Desk.Learned;

/// <summary>What somebody wants to see of what was learned, as the address of the page says it. What makes no sense is left out.</summary>
/// <param name="IsByDay">Put together by the day of the last confirmation; otherwise by passage.</param>
public sealed record LearnedView(bool IsByDay, LearnedFilter Filter)
{
    public const int LongestWords = 100;

    public const string Root = DeskGuard.Root + "/learned";

    public static LearnedView Read(Func<string, string?> given)
    {
        var words = IntakeForm.Clean(given("q"), keepLines: false);
        return new LearnedView(given("by") == "day", new LearnedFilter(
            Parse<LearnedStatus>(given("state")), Parse<ConfirmedBy>(given("how")),
            string.IsNullOrEmpty(words) ? null : words.Length <= LongestWords ? words : words[..LongestWords]));
    }

    public bool IsNarrowed => Filter != new LearnedFilter();

    public string Address => QueryHelpers.AddQueryString(Root, Fields.Where(f => f.Value is not null));

    public IEnumerable<KeyValuePair<string, string?>> Fields => new Dictionary<string, string?>
    {
        ["by"] = IsByDay ? "day" : null,
        ["state"] = Filter.Status is { } status ? Code(status) : null,
        ["how"] = Filter.By is { } by ? Code(by) : null,
        ["q"] = Filter.Words,
    };

    /// <summary>The pairs below their headings: passages by name, or days, newest first.</summary>
    public IReadOnlyList<LearnedGroup> Groups(IReadOnlyList<LearnedPair> pairs, KnowledgeSnapshot knowledge) => IsByDay
        ? [.. pairs.GroupBy(p => DeskWords.Of(p.Last.At)[.."yyyy-MM-dd".Length]).Select(day => new LearnedGroup(day.Key, null, [.. day]))]
        : [.. pairs.GroupBy(p => p.PassageId).OrderBy(p => p.Key, StringComparer.Ordinal)
            .Select(passage => new LearnedGroup(LearnedWords.NameOf(passage.Key, knowledge), knowledge.FindPassage(new PassageId(passage.Key))?.Id.Path, [.. passage]))];

    public static string Code<T>(T value) where T : struct, Enum => value.ToString().ToLowerInvariant();

    private static T? Parse<T>(string? code) where T : struct, Enum =>
        Enum.GetValues<T>().Cast<T?>().FirstOrDefault(value => Code(value!.Value) == code);
}

/// <param name="Link">Where the passage is read; null for a day, and for a passage that the knowledge does not have.</param>
public sealed record LearnedGroup(string Heading, string? Link, IReadOnlyList<LearnedPair> Pairs);
