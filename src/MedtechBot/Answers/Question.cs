
using MedtechBot.Knowledge;
using MedtechBot.Knowledge.Search;

namespace MedtechBot.Answers;

/// <summary>A question as it was understood.</summary>
/// <param name="Text">What is searched: the person's words, with what they refer to filled in.</param>
/// <param name="Context">The words of the question it follows up on, or null.</param>
internal sealed record Question(string Text, QuestionWords Words, QuestionWords? Context, Language Language)
{
    /// <summary>The day it is asked, in Japan: what is past its validity then is marked and ranked down.</summary>
    public required DateOnly Today { get; init; }

    /// <summary>The questions that make it up, when it is more than one; else none.</summary>
    public IReadOnlyList<Question> Parts { get; init; } = [];

    /// <summary>What was cited just before in the same conversation.</summary>
    public IReadOnlyList<PassageId> CitedBefore { get; init; } = [];

    /// <summary>What was put right in the person's writing.</summary>
    public IReadOnlyList<Correction> ReadAs { get; init; } = [];

    /// <summary>What was typed in kana, written with the words of the knowledge base; null when it was not.</summary>
    public string? Written { get; init; }

    /// <summary>It is about the asker's own case, and not about the matter in general.</summary>
    public bool IsOwnCase { get; } = OwnCase.IsAskedIn(Text);

    public AskedFor AskedFor { get; } = KindOf(Text);

    /// <summary>The jurisdictions it names; empty for none, which in practice means Japan.</summary>
    public IReadOnlySet<string> Jurisdictions { get; } = Knowledge.Search.Jurisdictions.In(Text);

    // What a follow-up refers to stands below it; it asks for the same kind of thing only when it names none itself.
    private static AskedFor KindOf(string text) =>
        AskedForOf.Question(text.Split('\n', 2)[0]) is var own and not AskedFor.Anything ? own : AskedForOf.Question(text);
}
