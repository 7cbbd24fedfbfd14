namespace MedtechBot.Knowledge.Search;

/// <summary>How much each word of an index tells, from its rarity, and which words are numbers.</summary>
internal sealed class WordWeights
{
    private const string Numerals = "〇一二三四五六七八九十百千万億数";

    private readonly float[] _weights;
    private readonly float _unknown;
    private readonly HashSet<int> _numerals;
    private readonly Range _digits;

    public WordWeights(TermField words, int documents)
    {
        _weights = Array.ConvertAll(words.Frequencies(), f => (float)TermField.InverseDocumentFrequency(f, documents));
        _unknown = (float)TermField.InverseDocumentFrequency(0, documents);
        _numerals = [.. Numerals.Select(n => words.Find(n.ToString())).Where(n => n >= 0)];
        _digits = words.Between('0', '9');
    }

    /// <param name="number">Below 0 when no document has the word, which then tells most.</param>
    public double Of(int number) => number < 0 ? _unknown : _weights[number];

    public bool IsNumber(int number) => (number >= _digits.Start.Value && number < _digits.End.Value) || _numerals.Contains(number);
}
