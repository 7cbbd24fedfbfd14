namespace MedtechBot.Japanese.Text;

/// <summary>Collects normalised text together with the original range of every unit.</summary>
internal sealed class MappedTextBuilder(int capacity)
{
    private readonly List<char> text = new(capacity);
    private readonly List<int> starts = new(capacity);
    private readonly List<int> ends = new(capacity);

    public char? Last => text.Count > 0 ? text[^1] : null;

    public void Append(char unit, int start, int end)
    {
        text.Add(unit);
        starts.Add(start);
        ends.Add(end);
    }

    public void ReplaceLast(char unit, int end)
    {
        text[^1] = unit;
        ends[^1] = end;
    }

    /// <summary>Lets the last unit also stand for the original up to here.</summary>
    public void ExtendLast(int end)
    {
        if (text.Count > 0)
        {
            ends[^1] = end;
        }
    }

    public NormalizedText ToNormalizedText(int originalLength) =>
        new(new string([.. text]), [.. starts], [.. ends], originalLength);
}
