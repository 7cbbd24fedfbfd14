namespace MedtechBot.Japanese;

/// <summary>One token of an analysis; positions are UTF-16 units of the analysed text.</summary>
public readonly struct Token
{
    private readonly ushort length;
    private readonly PartOfSpeech partOfSpeech;
    private readonly TokenFlags flags;

    internal Token(int start, int length, int feature, PartOfSpeech partOfSpeech, TokenFlags flags)
    {
        Start = start;
        Feature = feature;
        this.length = (ushort)length;
        this.partOfSpeech = partOfSpeech;
        this.flags = flags;
    }

    /// <summary>Where the token starts.</summary>
    public int Start { get; }

    /// <summary>The dictionary entry, a key for base form and reading within one analyzer.</summary>
    public int Feature { get; }

    /// <summary>How many UTF-16 units the token covers.</summary>
    public int Length => length;

    /// <summary>Where the token ends (exclusive).</summary>
    public int End => Start + length;

    /// <summary>The token's part of speech.</summary>
    public PartOfSpeech PartOfSpeech => partOfSpeech;

    /// <summary>Whether the word is in no dictionary.</summary>
    public bool IsUnknown => (flags & TokenFlags.Unknown) != 0;

    /// <summary>Whether the word comes from the user dictionary.</summary>
    public bool IsUserWord => (flags & TokenFlags.User) != 0;

    /// <summary>Whether this is a compound given in addition to its parts, which follow it.</summary>
    public bool IsCompoundExtra => (flags & TokenFlags.CompoundExtra) != 0;

    internal Token AsCompoundExtra() =>
        new(Start, length, Feature, partOfSpeech, flags | TokenFlags.CompoundExtra);
}
