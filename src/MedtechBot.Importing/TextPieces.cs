using MedtechBot.Knowledge.Reading;

namespace MedtechBot.Importing;

/// <summary>Cuts long text at the ends of sentences; one that is too long by itself at a comma or a space, else anywhere.</summary>
internal static class TextPieces
{
    public static IEnumerable<string> Of(string text, int most)
    {
        var piece = "";
        foreach (var sentence in Sentences.Split(text).SelectMany(s => Shorter(s, most)))
        {
            var joined = piece.Length == 0 ? sentence : piece + (Sentences.IsJapanese(piece[^1]) ? "" : " ") + sentence;
            if (piece.Length > 0 && joined.Length > most)
            {
                yield return piece;
                joined = sentence;
            }
            piece = joined;
        }
        if (piece.Length > 0)
        {
            yield return piece;
        }
    }

    private static IEnumerable<string> Shorter(string sentence, int most)
    {
        for (int start = 0, end; start < sentence.Length; start = end)
        {
            end = sentence.Length;
            if (end - start > most)
            {
                end = sentence.LastIndexOfAny(['、', '，', ',', ';', ' '], start + most - 1, most / 2) + 1;
                end = end > 0 ? end : start + most - (char.IsHighSurrogate(sentence[start + most - 1]) ? 1 : 0);
            }
            if (sentence[start..end].Trim() is { Length: > 0 } piece)
            {
                yield return piece;
            }
        }
    }
}
