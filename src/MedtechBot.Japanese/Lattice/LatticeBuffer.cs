namespace MedtechBot.Japanese.Lattice;

/// <summary>The working memory of one analysis at a time, kept between analyses.</summary>
internal sealed class LatticeBuffer
{
    public const int None = -1;

    private int stamp;

    public LatticeNode[] Nodes = new LatticeNode[1024];
    public int NodeCount;

    /// <summary>First and last node ending at each place.</summary>
    public int[] FirstAtEnd = new int[256];
    public int[] LastAtEnd = new int[256];

    // The nodes a word at the current place may follow, as parallel arrays for the innermost loop.
    public int[] LeftNodes = new int[64];
    public int[] LeftCosts = new int[64];
    public ushort[] LeftRightIds = new ushort[64];
    public int LeftCount;

    // The best node to follow depends on a word's left id only, and many words share one.
    public int[] BestStamp = [];
    public int[] BestNode = [];
    public int[] BestCost = [];

    public int Stamp => stamp;

    public void Begin(int length, int connectionSize)
    {
        if (FirstAtEnd.Length <= length)
        {
            var size = Math.Max(length + 1, FirstAtEnd.Length * 2);
            FirstAtEnd = new int[size];
            LastAtEnd = new int[size];
        }

        if (BestStamp.Length < connectionSize)
        {
            BestStamp = new int[connectionSize];
            BestNode = new int[connectionSize];
            BestCost = new int[connectionSize];
        }

        FirstAtEnd.AsSpan(0, length + 1).Fill(None);
        NodeCount = 0;
    }

    public void Append(int start, int end, int entry, ushort rightId, int cost, int previous)
    {
        if (NodeCount == Nodes.Length)
        {
            Array.Resize(ref Nodes, Nodes.Length * 2);
        }

        var index = NodeCount++;
        Nodes[index] = new LatticeNode
        {
            TotalCost = cost,
            Previous = previous,
            NextAtEnd = None,
            Start = start,
            Entry = entry,
            RightId = rightId,
        };
        if (FirstAtEnd[end] == None)
        {
            FirstAtEnd[end] = index;
        }
        else
        {
            Nodes[LastAtEnd[end]].NextAtEnd = index;
        }

        LastAtEnd[end] = index;
    }

    /// <summary>Makes the nodes ending at a place the ones to follow; false if there are none.</summary>
    public bool MoveTo(int place)
    {
        LeftCount = 0;
        stamp++;
        for (var node = FirstAtEnd[place]; node != None; node = Nodes[node].NextAtEnd)
        {
            if (LeftCount == LeftNodes.Length)
            {
                Array.Resize(ref LeftNodes, LeftCount * 2);
                Array.Resize(ref LeftCosts, LeftCount * 2);
                Array.Resize(ref LeftRightIds, LeftCount * 2);
            }

            LeftNodes[LeftCount] = node;
            LeftCosts[LeftCount] = Nodes[node].TotalCost;
            LeftRightIds[LeftCount] = Nodes[node].RightId;
            LeftCount++;
        }

        return LeftCount > 0;
    }
}
