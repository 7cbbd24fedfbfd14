using MedtechBot.Japanese.Dictionary;

namespace MedtechBot.Japanese.Lattice;

/// <summary>
/// Search mode: every long word of the normal segmentation is searched again on its own with long
/// words made expensive. If it falls into parts, the compound is given first and its parts after it.
/// </summary>
internal sealed unsafe class CompoundSplitter(MappedDictionary dictionary, ViterbiSearch search)
{
    private readonly ushort nounContext = new CharacterClassifier(dictionary).NounContext;

    public TokenFactory TokenFactory { get; } = new(dictionary);

    public void Emit(ReadOnlySpan<char> sentence, int offset, int last, AnalysisBuffer buffer)
    {
        var lattice = buffer.Lattice;
        var whole = buffer.PathTokens(TokenPath.Count(lattice, last));
        TokenPath.Fill(whole, lattice, last, sentence.Length, 0, TokenFactory);
        for (var i = 0; i < whole.Length; i++)
        {
            ref readonly var token = ref whole[i];
            var word = sentence.Slice(token.Start, token.Length);
            var moved = TokenFactory.Create(offset + token.Start, token.Length, token.Feature);
            if (CompoundPenalty.Of(word) == 0)
            {
                buffer.Add(moved);
                continue;
            }

            var context = new PathContext(
                i > 0 ? RightId(whole[i - 1]) : (ushort)0,
                i + 1 < whole.Length ? LeftId(whole[i + 1]) : (ushort)0,
                PenaliseLongWords: true);
            EmitWord(word, moved, context, buffer);
        }
    }

    private void EmitWord(ReadOnlySpan<char> word, in Token token, in PathContext context, AnalysisBuffer buffer)
    {
        var parts = buffer.PartLattice;
        var last = search.Run(word, parts, context);
        var count = TokenPath.Count(parts, last);

        // Falling into single characters only tells that the dictionary does not know the word.
        if (count < 2 || count == word.Length)
        {
            buffer.Add(token);
            return;
        }

        buffer.Add(token.AsCompoundExtra());
        TokenPath.Fill(buffer.Extend(count), parts, last, word.Length, token.Start, TokenFactory);
    }

    private ushort RightId(in Token token) =>
        token.IsUserWord ? nounContext : dictionary.Entries[token.Feature].RightId;

    private ushort LeftId(in Token token) =>
        token.IsUserWord ? nounContext : dictionary.Entries[token.Feature].LeftId;
}
