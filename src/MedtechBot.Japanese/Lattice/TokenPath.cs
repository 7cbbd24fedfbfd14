namespace MedtechBot.Japanese.Lattice;

/// <summary>Reads the best path back from its last node.</summary>
internal static class TokenPath
{
    public static int Count(LatticeBuffer lattice, int last)
    {
        var count = 0;
        for (var node = last; lattice.Nodes[node].Previous != LatticeBuffer.None; node = lattice.Nodes[node].Previous)
        {
            count++;
        }

        return count;
    }

    /// <param name="tokens">Exactly as many as <see cref="Count"/> says.</param>
    /// <param name="lattice">The lattice of the sentence.</param>
    /// <param name="last">The last node of the path.</param>
    /// <param name="end">The length of the sentence.</param>
    /// <param name="offset">Where the sentence starts in the text.</param>
    /// <param name="factory">Makes the tokens.</param>
    public static void Fill(Span<Token> tokens, LatticeBuffer lattice, int last, int end, int offset, TokenFactory factory)
    {
        var node = last;
        for (var i = tokens.Length - 1; i >= 0; i--)
        {
            ref var current = ref lattice.Nodes[node];
            tokens[i] = factory.Create(offset + current.Start, end - current.Start, current.Entry);
            end = current.Start;
            node = current.Previous;
        }
    }
}
