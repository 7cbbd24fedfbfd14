namespace MedtechBot.Japanese.Lattice;

/// <summary>What surrounds the stretch of text a path is searched for.</summary>
/// <param name="RightIdBefore">The context id of the word before; 0 at the beginning of a sentence.</param>
/// <param name="LeftIdAfter">The context id of the word after; 0 at the end of a sentence.</param>
/// <param name="PenaliseLongWords">Whether long words are made expensive, to find out their parts.</param>
internal readonly record struct PathContext(ushort RightIdBefore, ushort LeftIdAfter, bool PenaliseLongWords)
{
    public static PathContext Sentence => default;
}
