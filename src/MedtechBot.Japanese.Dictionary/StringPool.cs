using System.Runtime.InteropServices;

namespace MedtechBot.Japanese.Dictionary;

/// <summary>Every string once, one after the other in UTF-16.</summary>
internal sealed class StringPool
{
    private readonly Dictionary<string, int> places = [];
    private readonly List<char> text = [];

    public int Add(string value)
    {
        if (!places.TryGetValue(value, out var place))
        {
            place = text.Count;
            places.Add(value, place);
            text.AddRange(value);
        }

        return place;
    }

    public ReadOnlySpan<char> Text => CollectionsMarshal.AsSpan(text);
}
