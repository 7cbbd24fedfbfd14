using MedtechBot.Answers;

namespace MedtechBot.Turns.Limits;

internal enum LimitOutcome
{
    /// <summary>Not answered; told where to go instead.</summary>
    Decline,

    /// <summary>Handed to a person, with what can be said in general.</summary>
    Person,
}

/// <summary>Something that is never answered, whatever the sources say: how it is recognised and what is said. Read from a file beside.</summary>
internal sealed record Limit
{
    public required string Name { get; init; }
    public required LimitOutcome Outcome { get; init; }

    /// <summary>Why a person is needed; null unless the outcome is a person.</summary>
    public EscalationReason? Reason { get; init; }

    public required string Reply { get; init; }
    public required string ReplyEn { get; init; }

    /// <summary>What may be said in general beside it, asked of the knowledge base; null for nothing.</summary>
    public string? General { get; init; }

    /// <summary>The message is not kept, only that there was one.</summary>
    public bool Withholds { get; init; }

    /// <summary>Also looked for in what is spelled apart, turned around, swapped or encoded.</summary>
    public bool EvenInDisguise { get; init; }

    public required IReadOnlyList<PhrasePattern> Patterns { get; init; }

    /// <summary>Found in the same sentence, these make it an ordinary question.</summary>
    public required IReadOnlyList<PhrasePattern> Exceptions { get; init; }

    /// <summary>Messages that this limit must catch, and such that none may; tests hold it to them.</summary>
    public required IReadOnlyList<string> Caught { get; init; }

    public required IReadOnlyList<string> Passes { get; init; }

    public bool Catches(MatchText text)
    {
        bool[]? ordinary = null;
        foreach (var pattern in Patterns)
        {
            foreach (var sentence in pattern.FindSentences(text))
            {
                ordinary ??= Ordinary(text);
                if (!ordinary[sentence])
                {
                    return true;
                }
            }
        }
        return false;
    }

    private bool[] Ordinary(MatchText text)
    {
        var sentences = new bool[text.SentenceCount];
        foreach (var sentence in Exceptions.SelectMany(e => e.FindSentences(text)))
        {
            sentences[sentence] = true;
        }
        return sentences;
    }
}
