namespace MedtechBot.Japanese;

/// <summary>Normalised text that knows where in the original each of its UTF-16 units came from.</summary>
public sealed class NormalizedText
{
    private readonly int[] starts;
    private readonly int[] ends;
    private readonly int originalLength;

    internal NormalizedText(string text, int[] starts, int[] ends, int originalLength)
    {
        Text = text;
        this.starts = starts;
        this.ends = ends;
        this.originalLength = originalLength;
    }

    /// <summary>The normalised text.</summary>
    public string Text { get; }

    /// <summary>Where the original of the unit at an index starts; the original's length for the end of the text.</summary>
    public int OriginalStart(int index) => index == Text.Length ? originalLength : starts[index];

    /// <summary>Where the original of the units before an index ends (exclusive); 0 for index 0.</summary>
    public int OriginalEnd(int index) => index == 0 ? 0 : ends[index - 1];

    /// <summary>The original range of a stretch of the normalised text.</summary>
    public Range OriginalRange(int start, int length) =>
        length == 0 ? OriginalStart(start)..OriginalStart(start) : OriginalStart(start)..OriginalEnd(start + length);
}
