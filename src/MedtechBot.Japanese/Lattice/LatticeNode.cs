using System.Runtime.InteropServices;

namespace MedtechBot.Japanese.Lattice;

/// <summary>A word at a place in the text, with the least cost of all paths that end in it.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct LatticeNode
{
    public int TotalCost;
    public int Previous;

    /// <summary>The next node that ends at the same place, in the order of insertion.</summary>
    public int NextAtEnd;
    public int Start;
    public int Entry;
    public ushort RightId;
}
