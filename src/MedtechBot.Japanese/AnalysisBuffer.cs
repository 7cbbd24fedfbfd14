using MedtechBot.Japanese.Lattice;

namespace MedtechBot.Japanese;

/// <summary>
/// The result of an analysis and the memory it needs, to be used again and again, by one thread at
/// a time.
/// </summary>
public sealed class AnalysisBuffer
{
    private Token[] tokens = new Token[256];
    private Token[] pathTokens = [];

    /// <summary>The tokens of the last analysis.</summary>
    public ReadOnlySpan<Token> Tokens => tokens.AsSpan(0, Count);

    /// <summary>The number of tokens of the last analysis.</summary>
    public int Count { get; private set; }

    internal LatticeBuffer Lattice { get; } = new();

    internal LatticeBuffer PartLattice { get; } = new();

    /// <summary>Room for the tokens of a sentence before its compounds are split.</summary>
    internal Span<Token> PathTokens(int count)
    {
        if (pathTokens.Length < count)
        {
            pathTokens = new Token[Math.Max(count, pathTokens.Length * 2)];
        }

        return pathTokens.AsSpan(0, count);
    }

    internal void Clear() => Count = 0;

    internal void Add(in Token token)
    {
        if (Count == tokens.Length)
        {
            Array.Resize(ref tokens, Count * 2);
        }

        tokens[Count++] = token;
    }

    /// <summary>Makes room for a sentence found from its end; the caller fills the span backwards.</summary>
    internal Span<Token> Extend(int count)
    {
        if (Count + count > tokens.Length)
        {
            Array.Resize(ref tokens, Math.Max(Count + count, tokens.Length * 2));
        }

        Count += count;
        return tokens.AsSpan(Count - count, count);
    }
}
